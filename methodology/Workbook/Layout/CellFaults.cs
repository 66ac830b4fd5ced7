using PilotRegistry.Methodology;

namespace PilotRegistry.Workbook;

/// <summary>What to tell somebody whose cell cannot be used.</summary>
internal static class CellFaults
{
    public static (string Code, Wording Message) Describe(CellFault fault) => fault switch
    {
        CellFault.FormulaError => ("formula-error", new("公式出错：请改正公式，或直接填写数值。", "The formula ends in an error: mend it, or enter the value itself.")),
        CellFault.FormulaWithoutValue => ("formula-without-value",
            new("公式没有算出的结果：请用 Excel 或 WPS 打开并保存一次，或直接填写数值。", "The formula has no worked-out result: open and save the file in a spreadsheet program, or enter the value itself.")),
        CellFault.Date => ("date", new("单元格是日期格式，可能是输入被自动改成了日期：请设为“常规”后重新填写。", "The cell is formatted as a date; perhaps what was typed became one: format it as General and enter it again.")),
        CellFault.Merged => ("merged", new("合并的单元格：请取消合并，每行单独填写。", "Merged cells: undo the merge and fill in each row by itself.")),
        CellFault.Boolean => ("not-a-number", new("这里是 TRUE/FALSE：请填写数值或文字。", "TRUE or FALSE stands here: enter a value or a text.")),
        _ => throw new ArgumentOutOfRangeException(nameof(fault))
    };
}
