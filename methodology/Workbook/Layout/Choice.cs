using System.Runtime.CompilerServices;

namespace PilotRegistry.Workbook;

/// <summary>One entry of a drop-down list: people read the label, the data holds the code.</summary>
/// <param name="Unit">The unit of a quantity of it, where the entry decides that.</param>
internal sealed record Choice(string Code, string Name, string Unit = "")
{
    /// <summary>Name and code, since two fuels may share a name and a code alone says little.</summary>
    public string Label => Name == Code ? Code : $"{Name} {Code}";

    /// <summary>Forgiving: the label, the code or a name that only one entry has, whatever the blanks and the width of brackets.</summary>
    public static Choice? Find(IReadOnlyList<Choice> choices, string text) => Spellings.GetValue(choices, Spell).GetValueOrDefault(CellText.Plain(text));

    /// <summary>Of each list, as long as somebody uses it.</summary>
    private static readonly ConditionalWeakTable<IReadOnlyList<Choice>, Dictionary<string, Choice>> Spellings = [];

    private static Dictionary<string, Choice> Spell(IReadOnlyList<Choice> choices)
    {
        var spelled = new Dictionary<string, Choice>(StringComparer.OrdinalIgnoreCase);
        foreach (var choice in choices)
        {
            spelled.TryAdd(CellText.Plain(choice.Label), choice);
            spelled.TryAdd(CellText.Plain(choice.Code), choice);
        }

        foreach (var named in choices.GroupBy(c => CellText.Plain(c.Name), StringComparer.OrdinalIgnoreCase).Where(same => same.Count() == 1))
            spelled.TryAdd(named.Key, named.Single());
        return spelled;
    }
}
