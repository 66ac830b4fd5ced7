namespace PilotRegistry.Workbook;

/// <summary>A cell with content.</summary>
/// <param name="IsNumber">Excel holds it as a number; otherwise as text.</param>
/// <param name="Fault">Why its content cannot be used whatever it is, e.g. a formula that failed.</param>
internal sealed record Cell(string Reference, string Text, bool IsNumber, CellFault? Fault = null);

/// <summary>What makes a cell unusable before anybody reads its content.</summary>
internal enum CellFault
{
    /// <summary>The formula ended in an error such as #REF!.</summary>
    FormulaError,

    /// <summary>The formula was never worked out: the file was written by a program and not saved by Excel.</summary>
    FormulaWithoutValue,

    /// <summary>Formatted as a date or time: Excel has probably turned typed text into one.</summary>
    Date,

    /// <summary>Part of a merged range: which row it belongs to is a guess.</summary>
    Merged,

    /// <summary>True or false.</summary>
    Boolean,
}

/// <summary>A row under the headings.</summary>
internal sealed record FilledRow(string Sheet, int Number, IReadOnlyDictionary<string, Cell> Cells)
{
    public Cell? this[string member] => Cells.GetValueOrDefault(member);
}
