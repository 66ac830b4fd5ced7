using DocumentFormat.OpenXml.Spreadsheet;

namespace PilotRegistry.Workbook;

/// <summary>How a cell looks; the number is its place in the style sheet.</summary>
internal enum CellStyle : uint { Plain, Title, Hint, Heading, Input, Fixed }

/// <summary>The template's few looks: what to fill in is yellow, what is only to be read is grey.</summary>
internal static class TemplateStyles
{
    public static Stylesheet Sheet() => new(
        new Fonts(new Font(), new Font(new Bold(), new FontSize { Val = 14 }), new Font(new Bold()), new Font(new Color { Rgb = "FF6B7280" })),
        new Fills(Fill(PatternValues.None), Fill(PatternValues.Gray125), Solid("FFE6F4EC"), Solid("FFFFFBE6"), Solid("FFF3F4F6")),
        new Borders(new Border(), new Border(Side<LeftBorder>(), Side<RightBorder>(), Side<TopBorder>(), Side<BottomBorder>(), new DiagonalBorder())),
        new CellFormats(
            Format(font: 0, fill: 0, border: 0, wraps: true),
            Format(font: 1, fill: 0, border: 0),
            Format(font: 3, fill: 0, border: 0),
            Format(font: 2, fill: 2, border: 1, wraps: true),
            Format(font: 0, fill: 3, border: 1),
            Format(font: 3, fill: 4, border: 1)));

    private static Fill Fill(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static T Side<T>() where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin, Color = new() { Rgb = "FFD1D5DB" } };

    private static CellFormat Format(uint font, uint fill, uint border, bool wraps = false) => new(new Alignment { WrapText = wraps, Vertical = VerticalAlignmentValues.Center })
    {
        FontId = font,
        FillId = fill,
        BorderId = border,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
    };
}
