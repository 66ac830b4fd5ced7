using System.Globalization;
using System.Text.RegularExpressions;
using PilotRegistry.Methodology;

namespace PilotRegistry.Workbook;

/// <summary>
/// A number out of a cell, as text that ActivityData takes. Excel keeps numbers as binary fractions of 15 to 17 digits; they are
/// brought to the 14 significant digits that ActivityData allows, which no meter reaches. Numbers typed as text keep every digit.
/// </summary>
internal static partial class CellNumber
{
    /// <summary>The number, or why it is none.</summary>
    /// <param name="unit">The unit the cell is in: written behind the number it does no harm.</param>
    public static (string? Number, (string Code, Wording Message)? Wrong) Read(string text, bool isNumber, string unit)
    {
        if (isNumber) return FromBinary(text) is { } number ? (number, null) : (null, Absurd);
        var plain = CellText.Plain(text);
        var itsUnit = CellText.Plain(unit);
        if (itsUnit.Length > 0 && plain.EndsWith(itsUnit, StringComparison.OrdinalIgnoreCase)) plain = plain[..^itsUnit.Length];
        if (Grouped().IsMatch(plain)) plain = plain.Replace(",", "", StringComparison.Ordinal);
        if (plain.StartsWith('+')) plain = plain[1..];
        if (NumberText.IsPlain(plain)) return (plain, null);
        return (null, Why(plain));
    }

    /// <summary>A worked-out number, rounded to the digits that ActivityData allows.</summary>
    public static string Fit(string number) => NumberText.TryParse(number, out var value) && !NumberText.FitsDigits(value) ? Rounded((double)value) : number;

    private static string? FromBinary(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value) || Math.Abs(value) >= 1e15) return null;
        return Rounded(value);
    }

    private static string Rounded(double value) => NumberText.Format(
        decimal.Parse(value.ToString("E13", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture));

    private static readonly (string, Wording) Absurd = ("out-of-range",
        new("数值大得不合理：请核对数量和单位。", "An absurd number: check the amount and its unit."));

    private static (string, Wording) Why(string plain) => plain switch
    {
        "" => ("not-a-number", new("只有空格：没有数值请清空单元格。", "Only blanks: clear the cell where there is no value.")),
        "-" or "--" or "/" or "无" or "—" or "——" => ("not-a-number", new("没有数值请清空单元格；确实为零请填 0。", "Clear the cell where there is no value; enter 0 where it is zero.")),
        _ when Exponent().IsMatch(plain) => ("exponent", new("不接受指数写法：请写出全部数字，例如 1200。", "No exponent: write all digits, such as 1200.")),
        _ when plain.EndsWith('%') => ("not-a-number", new("不接受百分号：请填写数量本身。", "No per cent: enter the amount itself.")),
        _ when plain.Contains(',') => ("not-a-number", new("千分位不规范：请写成 1234567.8 或 1,234,567.8。", "The thousands separators are odd: write 1234567.8 or 1,234,567.8.")),
        _ when StartsAsNumber().IsMatch(plain) => ("mixed-unit",
            new("数字后面带有别的单位或文字：只填数字，并按本行的单位换算。", "Another unit or text stands behind the number: enter digits only, converted to the unit of this row.")),
        _ => ("not-a-number", new("不是数字：只填数字和小数点，例如 1234.5。", "Not a number: digits and a point only, such as 1234.5."))
    };

    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^[+-]?[\d.]+[eE][+-]?\d+$")]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^[+-]?\d[\d,.]*")]
    private static partial Regex StartsAsNumber();
}
