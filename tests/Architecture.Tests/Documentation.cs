using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PilotRegistry.Architecture;

/// <summary>What the code says about itself: the XML that the compiler writes beside each assembly.</summary>
public static partial class Documentation
{
    private static readonly Dictionary<Assembly, Dictionary<string, XElement>> Read = [];

    /// <summary>The summary as one paragraph; empty when there is none.</summary>
    public static string Summary(Type type) => Text(Of(type)?.Element("summary"));

    public static string Parameter(Type record, string name) =>
        Text(Of(record)?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == name));

    private static XElement? Of(Type type) => Members(type.Assembly).GetValueOrDefault($"T:{type.FullName!.Replace('+', '.')}");

    private static Dictionary<string, XElement> Members(Assembly assembly)
    {
        lock (Read)
        {
            if (!Read.TryGetValue(assembly, out var members))
            {
                var file = XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml"));
                Read[assembly] = members = file.Descendants("member").ToDictionary(m => (string)m.Attribute("name")!);
            }

            return members;
        }
    }

    /// <summary>As Markdown: code in backticks, references by their last name.</summary>
    private static string Text(XElement? element) => element is null ? "" : Space().Replace(string.Concat(element.Nodes().Select(node => node switch
    {
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement reference => ((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("name") ?? reference.Value).Split('.', ':')[^1],
        _ => node.ToString()
    })), " ").Trim();

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();
}
