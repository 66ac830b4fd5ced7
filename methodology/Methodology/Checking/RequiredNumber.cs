namespace PilotRegistry.Methodology;

/// <summary>A number that must be there and be sound.</summary>
internal static class RequiredNumber
{
    public static decimal? Of(
        decimal? value, Place pointer, string whatZh, string whatEn, Problems problems, bool mayBeNegative = false)
    {
        if (value is not { } number)
        {
            problems.Missing(pointer, whatZh, whatEn);
            return null;
        }
        return NumberRules.Holds(number, mayBeNegative, pointer, problems) ? number : null;
    }
}
