using System.Text.RegularExpressions;

namespace PilotRegistry.Methodology;

/// <summary>A pack's version: one to three whole numbers, such as 1 or 1.0.0.</summary>
internal static partial class PackVersion
{
    public static bool IsSound(string version) => Form().IsMatch(version);

    /// <summary>For sorting: 1.10 comes after 1.9.</summary>
    public static Version Order(string version) => Version.Parse(version.Contains('.', StringComparison.Ordinal) ? version : $"{version}.0");

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){0,2}\z")]
    private static partial Regex Form();
}
