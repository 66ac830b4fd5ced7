using System.Text.Json;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// A code in an address, written as in JSON (<c>selfEvaluation</c>). The framework's own binding of enums wants C#'s names
/// and takes numbers too.
/// </summary>
public readonly record struct Code<T>(T Value)
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Known =
        Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    public static bool TryParse(string? text, out Code<T> code)
    {
        var known = Known.TryGetValue(text ?? "", out var value);
        code = new(value);
        return known;
    }

    public override string ToString() => JsonNamingPolicy.CamelCase.ConvertName(Value.ToString());
}
