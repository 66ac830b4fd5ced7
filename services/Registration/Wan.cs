using System.ComponentModel.DataAnnotations;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration;

/// <summary>Money in 万元 (ten thousand yuan), as the outline of an application counts it.</summary>
internal static class Wan
{
    /// <summary>Just under a trillion yuan: no park invests more.</summary>
    public const string Most = "99999999";

    /// <summary>To the yuan.</summary>
    private const int Decimals = 4;

    public static IEnumerable<ValidationResult> Check(decimal amount, string member)
    {
        if (decimal.Round(amount, Decimals) != amount)
        {
            yield return new(ValidationRule.Say("too-exact", "At most four decimals: to the yuan.", "最多四位小数，精确到元。"), [member]);
        }
    }
}
