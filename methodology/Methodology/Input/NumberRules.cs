using System.Text.Json;

namespace PilotRegistry.Methodology;

/// <summary>What a reported number must look like. The same rules hold for JSON and for data made in code.</summary>
internal static class NumberRules
{
    /// <summary>Beyond any fuel's heat value or any factor; it keeps every product of three numbers inside decimal.</summary>
    private const decimal LargestMeasured = 1_000_000m;

    public static void Check(JsonElement json, bool mayBeNegative, string pointer, Problems problems)
    {
        var text = json.ValueKind switch
        {
            JsonValueKind.String => TextRules.TextOf(json) ?? "",
            JsonValueKind.Number => json.GetRawText(),
            _ => null
        };
        if (text is null)
            problems.Add(pointer, "wrong-type", "类型不对：此处应为数字，例如 \"120.5\"。", "Wrong type: enter a number here, such as \"120.5\".");
        else if (!NumberText.IsPlain(text)) NotPlain(text, pointer, problems);
        else if (!NumberText.FitsDigits(text)) TooManyDigits(pointer, problems);
        else if (text.StartsWith('-') && !mayBeNegative && NumberText.TryParse(text, out var value) && value < 0) Negative(pointer, problems);
    }

    public static bool Holds(decimal value, bool mayBeNegative, Place pointer, Problems problems)
    {
        if (!NumberText.FitsDigits(value)) TooManyDigits(pointer, problems);
        else if (value < 0 && !mayBeNegative) Negative(pointer, problems);
        else return true;
        return false;
    }

    /// <summary>A measured heat value or factor, which is also limited in size.</summary>
    public static bool HoldsMeasured(decimal value, Place pointer, Problems problems)
    {
        if (!Holds(value, mayBeNegative: false, pointer, problems)) return false;
        if (value <= LargestMeasured) return true;
        problems.Add(pointer, "out-of-range",
            "数值过大：请核对单位（热值为 GJ/自然单位，燃料因子为 tCO2/TJ，热力因子为 tCO2/GJ，产品因子为 tCO2/单位）。",
            "Too large: check the unit (heat values GJ per natural unit, fuel factors t CO2/TJ, heat factors t CO2/GJ, product factors t CO2 per unit).");
        return false;
    }

    private static void NotPlain(string text, string pointer, Problems problems)
    {
        var withoutExponent = text.Split('e', 'E');
        if (withoutExponent.Length == 2 && withoutExponent.All(part => NumberText.IsPlain(part.TrimStart('+'))))
            problems.Add(pointer, "exponent", "不接受指数写法：请写出全部数字，例如 1200 而不是 1.2e3。", "No exponent: write all digits, 1200 instead of 1.2e3.");
        else
            problems.Add(pointer, "not-a-number",
                "不是数字：只写半角数字和小数点，不加千分位、单位或空格，例如 1234.5；没有数值请留空。",
                "Not a number: digits and a point only, without thousands separators, units or blanks, such as 1234.5; leave it out where there is no value.");
    }

    private static void TooManyDigits(string pointer, Problems problems) => problems.Add(pointer, "too-many-digits",
        $"有效数字超过 {NumberText.MaxSignificantDigits} 位：请按计量精度四舍五入，并核对单位。",
        $"More than {NumberText.MaxSignificantDigits} significant digits: round to what was measured, and check the unit.");

    private static void Negative(string pointer, Problems problems) => problems.Add(pointer, "negative",
        "不能为负数：请填写正数；外送的电和热在方向为外供的行填写，转出的能源填为加工转换的产出。",
        "Not negative: enter a positive number; power and heat that leave go into lines of the direction out, fuels that come out of a conversion into its outputs.");
}
