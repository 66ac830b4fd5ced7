using PilotRegistry.Methodology;

namespace PilotRegistry.Workbook;

/// <summary>A cell that cannot be taken: where it is, what stands in it, why, and what to enter instead.</summary>
/// <param name="Sheet">The sheet's name; empty when the whole file is meant.</param>
/// <param name="Cell">As Excel names it, e.g. <c>D12</c>; empty when the whole sheet is meant.</param>
/// <param name="Value">What stands there, cut to a readable length.</param>
public sealed record CellProblem(string Sheet, string Cell, string Value, string Code, Wording Message);

/// <summary>What a filled-in workbook says.</summary>
/// <param name="Park">The park the template was made for; null when the sheet no longer says it.</param>
/// <param name="Data">The year's data, also when cells are wrong (without them); null when the file is not such a workbook.</param>
/// <param name="Problems">Nothing may be saved while there is one.</param>
public sealed record WorkbookReading(Guid? Park, int? Year, ActivityData? Data, IReadOnlyList<CellProblem> Problems)
{
    public static WorkbookReading Refused(CellProblem problem) => new(Park: null, Year: null, Data: null, [problem]);
}
