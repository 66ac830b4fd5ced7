using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PilotRegistry.Disclosure.Pages;

/// <summary>Writes HTML; whatever is handed over as text stays text.</summary>
public sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder written = new();

    public static string Text(string text) => Encoder.Encode(text);

    public static string Link(string address, string text, bool chinese = false) =>
        $"<a href=\"{Text(address)}\"{(chinese ? " lang=\"zh-CN\"" : "")}>{Text(text)}</a>";

    /// <summary>Adds what is HTML already.</summary>
    public Html Raw(string html)
    {
        written.Append(html).Append('\n');
        return this;
    }

    public Html Heading(int level, string text) => Raw($"<h{level}>{Text(text)}</h{level}>");

    public Html Paragraph(string text) => Raw($"<p>{Text(text)}</p>");

    /// <summary>A list of things that are HTML already; nothing for none.</summary>
    public Html List(IReadOnlyCollection<string> items) => items.Count == 0 ? this : Raw($"<ul>{string.Concat(items.Select(item => $"<li>{item}</li>"))}</ul>");

    /// <summary>Names beside values; a fact without a value is left out.</summary>
    public Html Facts(params IEnumerable<(string Name, string? Value)> facts) => Raw(
        $"<dl class=\"facts\">{string.Concat(facts.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => $"<div><dt>{Text(f.Name)}</dt><dd>{Text(f.Value!)}</dd></div>"))}</dl>");

    /// <summary>A table of texts, the first cell of a row its heading.</summary>
    public Html Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows) => Raw(
        $"<div class=\"scroll-x\"><table><thead><tr>{string.Concat(head.Select(h => $"<th scope=\"col\">{Text(h)}</th>"))}</tr></thead><tbody>"
        + string.Concat(rows.Select(row => $"<tr><th scope=\"row\">{Text(row[0])}</th>{string.Concat(row.Skip(1).Select(cell => $"<td>{Text(cell)}</td>"))}</tr>"))
        + "</tbody></table></div>");

    public override string ToString() => written.ToString();
}
