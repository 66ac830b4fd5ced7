using System.Xml.Linq;

namespace PilotRegistry.Workflows.Engine;

/// <summary>Reads the root of a file: messages, errors and the processes that can be executed.</summary>
internal sealed class DefinitionsReader
{
    private readonly XElement root;
    private readonly string hash;
    private readonly Findings problems;
    private readonly Dictionary<string, XElement> byId = new(StringComparer.Ordinal);

    public DefinitionsReader(XElement root, string hash, Findings problems)
    {
        (this.root, this.hash, this.problems) = (root, hash, problems);
        foreach (var element in root.DescendantsAndSelf().Where(e => e.Name.Namespace == Names.Bpmn && e.Attribute("id") is not null))
        {
            if (byId.TryAdd(element.Id(), element)) continue;
            problems.Refuse(element.Id(), "duplicate-id", "这个 id 出现了两次。", "This id is there twice.");
        }
    }

    public Findings Problems => problems;

    public List<ProcessModel> Processes()
    {
        var processes = new List<ProcessModel>();
        foreach (var process in root.Elements(Names.Bpmn + "process").Where(p => (string?)p.Attribute("isExecutable") != "false"))
        {
            if (process.Id().Length == 0) problems.Refuse("", "id-missing", "流程没有 id。", "A process has no id.");
            var nodes = new ScopeReader(this).Nodes(process);
            if (!problems.Refused) processes.Add(new(process.Id(), (string?)process.Attribute("name"), hash, nodes));
        }

        if (processes.Count == 0 && !problems.Refused)
        {
            problems.Refuse("", "no-process", "文件中没有可执行的流程（isExecutable）。", "The file holds no executable process (isExecutable).");
        }

        return problems.Refused ? [] : processes;
    }

    /// <summary>The message an event or task names.</summary>
    /// <param name="start">A start is found by name alone, whatever key the message has.</param>
    public Trigger.Message? Message(XElement user, string owner, bool start)
    {
        if (Referred(user, "messageRef", "message") is not { } message)
        {
            problems.Refuse(owner, "message-missing", "没有引用消息。请在属性中选择消息。", "It names no message. Choose one in its properties.");
            return null;
        }

        var name = (string?)message.Attribute("name");
        if (string.IsNullOrWhiteSpace(name) || name.StartsWith('='))
        {
            problems.Refuse(owner, "message-name-missing", "消息没有固定的名称。", "The message has no fixed name.");
            return null;
        }

        var key = start ? null : (string?)message.Extension("subscription")?.Attribute("correlationKey");
        return new(name, key is null ? null : Expression(owner, key));
    }

    public string? ErrorCode(XElement user, string owner)
    {
        if (user.Attribute("errorRef") is null) return null;
        var code = (string?)Referred(user, "errorRef", "error")?.Attribute("errorCode");
        if (string.IsNullOrWhiteSpace(code) || code.StartsWith('='))
        {
            problems.Refuse(owner, "error-code-missing", "错误没有固定的代码。", "The error has no fixed code.");
        }

        return code;
    }

    /// <summary>An expression of the model; a refusal and an empty text when it cannot be read.</summary>
    public Expression Expression(string owner, string text)
    {
        if (Engine.Expression.Read(text, out var fault) is { } read) return read;
        problems.Refuse(owner, "expression", $"表达式“{text}”：{fault!.Zh}", $"The expression {text}: {fault.En}");
        return Engine.Expression.Read("", out _)!;
    }

    private XElement? Referred(XElement user, string attribute, string kind) =>
        (string?)user.Attribute(attribute) is { } id && byId.GetValueOrDefault(Local(id)) is { } found && found.Name == Names.Bpmn + kind ? found : null;

    /// <summary>References may carry a prefix.</summary>
    private static string Local(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
}

/// <summary>Small words for reading XML.</summary>
internal static class Elements
{
    public static string Id(this XElement element) => (string?)element.Attribute("id") ?? "";

    public static XElement? Bpmn(this XElement element, string name) => element.Element(Names.Bpmn + name);

    public static XElement? Extension(this XElement element, string name) => element.Bpmn("extensionElements")?.Element(Names.Zeebe + name);

    public static string? Value(this XElement? element, string attribute) => (string?)element?.Attribute(attribute) is { Length: > 0 } value ? value : null;

    public static bool? Flag(this XElement element, string attribute) => (string?)element.Attribute(attribute) switch { "true" or "1" => true, "false" or "0" => false, _ => null };
}
