using System.IO.Compression;
using System.Text;
using System.Xml;

namespace PilotRegistry.Workbook;

/// <summary>
/// Rows of a workbook's first sheet, read from its XML one at a time (ECMA-376 part 1, 18.3): a sheet of any size needs the memory
/// of a row and of the texts that cells share. Nothing outside the file is ever followed.
/// </summary>
internal sealed class XlsxRows(ZipArchive archive)
{
    private const long LongestPart = 100_000_000;
    private const int LongestText = 400, MostShared = 10_000_000, MostColumns = 100;
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<string> shared = [];
    private readonly char[] part = new char[LongestText];

    /// <exception cref="InvalidDataException">It is no such workbook, or holds more text than a table of hours has.</exception>
    /// <exception cref="XmlException">It is broken, or too large.</exception>
    public IEnumerable<TableRow> Read()
    {
        ReadShared();
        using var sheet = Open(SheetPath());
        var number = 0;
        while (sheet.Read())
        {
            if (sheet.NodeType != XmlNodeType.Element || sheet.LocalName != "row") continue;
            number = int.TryParse(sheet.GetAttribute("r"), out var said) && said > number ? said : number + 1;
            var cells = sheet.IsEmptyElement ? [] : Cells(sheet);
            if (cells.Count > 0 && !cells[0].Text.StartsWith('#') && cells.Any(c => !c.IsBlank)) yield return new(number, cells);
        }
    }

    private List<TableCell> Cells(XmlReader sheet)
    {
        var cells = new List<TableCell>(12);
        while (sheet.Read() && !(sheet.NodeType == XmlNodeType.EndElement && sheet.LocalName == "row"))
        {
            if (sheet.NodeType != XmlNodeType.Element || sheet.LocalName != "c") continue;
            var column = sheet.GetAttribute("r") is { } reference ? ColumnOf(reference) : cells.Count;
            var type = sheet.GetAttribute("t") ?? "n";
            var cell = sheet.IsEmptyElement ? default : Cell(sheet, type);
            if (column < cells.Count || column >= MostColumns) continue;
            while (cells.Count < column) cells.Add(new(""));
            cells.Add(cell.Text is null ? new("") : cell);
        }

        return cells;
    }

    private TableCell Cell(XmlReader sheet, string type)
    {
        var (text, formula) = ("", false);
        while (sheet.Read() && !(sheet.NodeType == XmlNodeType.EndElement && sheet.LocalName == "c"))
        {
            if (sheet.NodeType != XmlNodeType.Element) continue;
            if (sheet.LocalName == "f") formula = true;
            if (sheet.LocalName is "v" or "t" && !sheet.IsEmptyElement) text += TextOf(sheet);
        }

        if (type == "s") text = int.TryParse(text, out var place) && place >= 0 && place < shared.Count ? shared[place] : "";
        return new(text, IsNumber: type == "n" && text.Length > 0, LacksValue: formula && text.Length == 0 && type != "str");
    }

    /// <summary>Texts without the phonetic hints that East Asian input methods leave behind.</summary>
    private void ReadShared()
    {
        if (archive.GetEntry("xl/sharedStrings.xml") is null) return;
        using var texts = Open("xl/sharedStrings.xml");
        var (text, all) = (new StringBuilder(), 0L);
        while (texts.Read())
        {
            if (texts is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false }) texts.Skip();
            if (texts is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false }) text.Append(TextOf(texts));
            if (texts is not { LocalName: "si" } || (texts.NodeType != XmlNodeType.EndElement && !texts.IsEmptyElement)) continue;
            shared.Add(text.ToString());
            all += text.Length + 16;
            text.Clear();
            if (all > MostShared) throw new InvalidDataException("More text than a table of hours has.");
        }
    }

    private string SheetPath()
    {
        var id = First("xl/workbook.xml", "sheet", x => x.GetAttribute("id", Relations));
        var target = First("xl/_rels/workbook.xml.rels", "Relationship", x => x.GetAttribute("Id") == id ? x.GetAttribute("Target") : null);
        return target.StartsWith('/') ? target[1..] : "xl/" + target;
    }

    private string First(string name, string element, Func<XmlReader, string?> value)
    {
        using var xml = Open(name);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element && value(xml) is { } found) return found;
        throw new InvalidDataException($"{name} has no such {element}.");
    }

    private XmlReader Open(string name) => XmlReader.Create(
        (archive.GetEntry(name) ?? throw new InvalidDataException($"There is no {name}.")).Open(),
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestPart, IgnoreComments = true, IgnoreProcessingInstructions = true });

    /// <summary>The text of the element the reader stands on, cut to what any cell of hours could hold.</summary>
    private string TextOf(XmlReader xml)
    {
        Span<char> kept = stackalloc char[LongestText];
        var (length, depth) = (0, xml.Depth);
        while (xml.Read() && xml.Depth > depth)
            for (int read; xml.CanReadValueChunk && xml.HasValue && (read = xml.ReadValueChunk(part, 0, part.Length)) > 0;)
            {
                var fits = Math.Min(read, LongestText - length);
                part.AsSpan(0, fits).CopyTo(kept[length..]);
                length += fits;
            }

        return new(kept[..length]);
    }

    private static int ColumnOf(string reference) =>
        reference.TakeWhile(char.IsAsciiLetterUpper).Take(3).Aggregate(0, (number, letter) => (number * 26) + letter - 'A' + 1) - 1;
}
