namespace PilotRegistry.Workbook;

/// <summary>One entry of a drop-down list: people read the label, the data holds the code.</summary>
/// <param name="Unit">The unit of a quantity of it, where the entry decides that.</param>
internal sealed record Choice(string Code, string Name, string Unit = "")
{
    /// <summary>Name and code, since two fuels may share a name and a code alone says little.</summary>
    public string Label => Name == Code ? Code : $"{Name} {Code}";

    /// <summary>Forgiving: the label, the code or a name that only one entry has, whatever the blanks and the width of brackets.</summary>
    public static Choice? Find(IReadOnlyList<Choice> choices, string text)
    {
        var wanted = CellText.Plain(text);
        return choices.FirstOrDefault(c => Same(c.Label, wanted) || Same(c.Code, wanted))
            ?? (choices.Where(c => Same(c.Name, wanted)).ToArray() is [var only] ? only : null);
    }

    private static bool Same(string text, string wanted) => string.Equals(CellText.Plain(text), wanted, StringComparison.OrdinalIgnoreCase);
}
