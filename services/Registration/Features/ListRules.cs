using System.ComponentModel.DataAnnotations;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>What every list keeps to, whether it is published here or taken over.</summary>
public static class ListRules
{
    /// <summary>The round of listing, e.g. <c>2025-1</c>.</summary>
    public const string Batch = "20[0-9]{2}-[a-z0-9]{1,12}";

    public const string FirstDay = "2020-01-01";
    public const string LastDay = "2060-12-31";

    /// <summary>No application and no number stands on a list twice.</summary>
    public static IEnumerable<ValidationResult> EachOnce<T>(string field, IEnumerable<T> things)
    {
        var seen = new HashSet<T>();
        if (!things.All(seen.Add))
        {
            yield return new(ValidationRule.Say("listed-twice", "Each line and each number may stand on the list once.", "名单中每一项、每个序号只能出现一次。"), [field]);
        }
    }
}
