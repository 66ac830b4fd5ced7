using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PilotRegistry.Workflows.Engine;

/// <summary>A file and what was found in it. With a refusal there is no file.</summary>
public sealed record ReadingOutcome(BpmnFile? File, IReadOnlyList<ModelProblem> Problems)
{
    [MemberNotNullWhen(true, nameof(File))]
    public bool Succeeded => File is not null;

    /// <summary>Nothing at all to say about it: what a provincial file must be.</summary>
    public bool Clean => Succeeded && Problems.Count == 0;
}

/// <summary>Reads a BPMN file into graphs; whatever lies outside the subset is refused with its id and what to draw instead.</summary>
public static class BpmnReader
{
    /// <summary>1 MB of UTF-8.</summary>
    public const int MostBytes = 1024 * 1024;

    private const int DeepestNesting = 100;

    public static ReadingOutcome Read(string xml)
    {
        var problems = new Findings();
        if (Parsed(xml, problems) is not { } root) return new(null, problems.All);
        var processes = new DefinitionsReader(root, Sha256.Hex(xml), problems).Processes();
        foreach (var process in processes) ModelChecks.Run(process, problems);
        return new(problems.Refused ? null : new(xml, Sha256.Hex(xml), processes), problems.All);
    }

    private static XElement? Parsed(string xml, Findings problems)
    {
        if (Encoding.UTF8.GetByteCount(xml) > MostBytes)
        {
            problems.Refuse("", "too-large", "文件超过 1 MB。请拆分流程，用调用活动连接。", "The file is larger than 1 MB. Split the process and join the parts by call activities.");
            return null;
        }

        try
        {
            Probe(xml);
            using var reader = XmlReader.Create(new StringReader(xml), Settings);
            var root = XDocument.Load(reader).Root!;
            if (root.Name == Names.Bpmn + "definitions") return root;
            problems.Refuse("", "not-bpmn", "文件不是 BPMN 2.0。", "The file is not BPMN 2.0: its root is not definitions.");
        }
        catch (XmlException fault) when (fault.Message.Contains("DTD", StringComparison.Ordinal))
        {
            problems.Refuse("", "dtd", "文件含有 DTD。请删除 DOCTYPE 声明。", "The file holds a DTD. Remove the DOCTYPE declaration.");
        }
        catch (XmlException fault)
        {
            problems.Refuse("", "not-xml", $"第 {fault.LineNumber} 行不是有效的 XML。", $"Line {fault.LineNumber} is not well-formed XML.");
        }

        return null;
    }

    /// <summary>Reads it once without keeping anything: deep nesting is found before it costs anything.</summary>
    private static void Probe(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        while (reader.Read())
        {
            if (reader.Depth > DeepestNesting) throw new XmlException("Nested too deep.", null, ((IXmlLineInfo)reader).LineNumber, 1);
        }
    }

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostBytes,
        MaxCharactersFromEntities = 0,
    };
}

/// <summary>Gathers what is wrong, so that a designer sees all of it at once.</summary>
internal sealed class Findings
{
    private readonly List<ModelProblem> found = [];

    public IReadOnlyList<ModelProblem> All => found;

    public bool Refused => found.Exists(problem => problem.Gravity == Gravity.Refusal);

    public void Refuse(string element, string code, string zh, string en) => found.Add(new(element, code, new(zh, en)));

    public void Advise(string element, string code, string zh, string en) => found.Add(new(element, code, new(zh, en), Gravity.Advice));
}

/// <summary>The vocabularies of a file.</summary>
internal static class Names
{
    public static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    public static readonly XNamespace Zeebe = "http://camunda.org/schema/zeebe/1.0";
}
