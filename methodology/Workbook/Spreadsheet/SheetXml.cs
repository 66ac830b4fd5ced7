using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace PilotRegistry.Workbook;

/// <summary>A cell as the file has it (ECMA-376 part 1, 18.3.1.4).</summary>
/// <param name="Column">1 for A.</param>
/// <param name="Type"><c>s</c> shared text, <c>inlineStr</c>, <c>str</c>, <c>n</c>, <c>b</c>, <c>e</c> or <c>d</c>.</param>
internal sealed record RawCell(int Column, string Type, int Style, string? Value, bool HasFormula);

/// <summary>The rows of a sheet, straight from its XML: no object is made for what nobody filled in.</summary>
internal static class SheetXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        MaxCharactersInDocument = Package.MaxCharactersInPart,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static IEnumerable<(int Number, List<RawCell> Cells)> Rows(WorksheetPart sheet)
    {
        using var stream = sheet.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(stream, Settings);
        var number = 0;
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" }) continue;
            number = Number(xml.GetAttribute("r")) ?? number + 1;
            yield return (number, Cells(xml));
        }
    }

    private static List<RawCell> Cells(XmlReader xml)
    {
        var cells = new List<RawCell>();
        if (xml.IsEmptyElement) return cells;
        var (depth, column) = (xml.Depth, 0);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            column = xml.GetAttribute("r") is { } reference ? SheetReader.ColumnNumber(reference) : column + 1;
            if (!xml.IsEmptyElement) cells.Add(Cell(xml, column));
        }

        return cells;
    }

    private static RawCell Cell(XmlReader xml, int column)
    {
        var (type, style, depth) = (xml.GetAttribute("t") ?? "n", Number(xml.GetAttribute("s")) ?? 0, xml.Depth);
        var (value, formula) = ((string?)null, false);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            formula |= xml.LocalName == "f";
            if (xml.LocalName == "v") value = TextOf(xml);
            else if (xml.LocalName == "is") value = InlineText(xml);
        }

        return new(column, type, style, value, formula);
    }

    /// <summary>Of the runs, without the phonetic hints that East Asian input methods leave behind.</summary>
    private static string InlineText(XmlReader xml)
    {
        var text = new StringBuilder();
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false }) Leave(xml);
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" }) text.Append(TextOf(xml));
        }

        return text.ToString();
    }

    /// <summary>The element's text; the reader stands on its end afterwards.</summary>
    private static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var (depth, text) = (xml.Depth, "");
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text = text.Length == 0 ? xml.Value : text + xml.Value;
        return text;
    }

    private static void Leave(XmlReader xml)
    {
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
        }
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
