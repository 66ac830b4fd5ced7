namespace PilotRegistry.Workbook;

internal enum ColumnKind
{
    /// <summary>Filled in by the template, not read: names, units, last year's value.</summary>
    Fixed,
    Number,
    Text,
    Choice,
}

/// <summary>One column of a sheet.</summary>
/// <param name="Member">What the data calls it.</param>
/// <param name="Unit">The unit behind a number, where the whole column has one.</param>
internal sealed record Column(string Member, string Heading, ColumnKind Kind, IReadOnlyList<Choice>? Choices = null, int Width = 14, string Unit = "")
{
    public static Column Fixed(string member, string heading, int width = 14) => new(member, heading, ColumnKind.Fixed, Width: width);

    public static Column Number(string member, string heading, string unit = "") => new(member, heading, ColumnKind.Number, Unit: unit);

    public static Column Text(string member, string heading, int width = 24) => new(member, heading, ColumnKind.Text, Width: width);

    public static Column OneOf(string member, string heading, IReadOnlyList<Choice> choices, int width = 22) =>
        new(member, heading, ColumnKind.Choice, choices, width);
}
