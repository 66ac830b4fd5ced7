using System.Text.Json.Nodes;

namespace PilotRegistry.Workbook;

/// <summary>One sheet: how a year's data becomes its rows, and how a filled-in row becomes data again.</summary>
internal abstract class Sheet(string name, string hint, params IReadOnlyList<Column> columns)
{
    public string Name { get; } = name;

    /// <summary>One line above the table: what belongs here.</summary>
    public string Hint { get; } = hint;

    public IReadOnlyList<Column> Columns { get; } = columns;

    /// <summary>Rows left empty for more, below what is known.</summary>
    public virtual int SpareRows => 0;

    /// <param name="last">Last year's data, for reference columns; empty when there is none.</param>
    /// <returns>Rows of cell texts by member.</returns>
    public abstract IEnumerable<Dictionary<string, string?>> Fill(JsonObject data, JsonObject last);

    /// <summary>Takes over one row in which something was entered.</summary>
    public abstract void Take(FilledRow row, YearJson year);

    /// <summary>After the last row, for what only all rows together say.</summary>
    public virtual void Finish(YearJson year)
    {
    }
}
