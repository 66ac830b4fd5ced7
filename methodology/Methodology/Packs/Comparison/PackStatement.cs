namespace PilotRegistry.Methodology;

/// <summary>One thing a pack says, so that two packs can be compared saying by saying.</summary>
/// <param name="Key">Where it stands, such as <c>fuels/NG/co2</c>; the same in every pack that says it.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Value">What is said, with its unit.</param>
/// <param name="Source">Where that comes from, with its mark; empty where the value is no sourced number.</param>
public sealed record PackStatement(string Key, Wording Name, string Value, string Source)
{
    public static PackStatement Of(string key, Wording name, string value) => new(key, name, value, "");

    /// <summary>A number with its source; none where the pack has none.</summary>
    public static IEnumerable<PackStatement> Of(SourcedNumber? number, Wording name, string? key = null) => number is null
        ? []
        : [new(key ?? number.Id, name, WithUnit(number), $"{number.Source} [{number.Mark}]")];

    private static string WithUnit(SourcedNumber number) =>
        number.Unit == "1" ? NumberText.Format(number.Value) : $"{NumberText.Format(number.Value)} {number.Unit}";
}
