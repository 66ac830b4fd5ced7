using System.Xml.Linq;

namespace PilotRegistry.Workflows.Engine;

/// <summary>Reads what an event waits for or does.</summary>
internal sealed class TriggerReader(DefinitionsReader definitions)
{
    /// <summary>Which definitions an event of a kind may have.</summary>
    private static readonly Dictionary<NodeKind, string[]> Allowed = new()
    {
        [NodeKind.StartEvent] = ["messageEventDefinition"],
        [NodeKind.EndEvent] = ["errorEventDefinition", "terminateEventDefinition", "messageEventDefinition"],
        [NodeKind.CatchEvent] = ["timerEventDefinition", "messageEventDefinition"],
        [NodeKind.ThrowEvent] = ["messageEventDefinition"],
        [NodeKind.BoundaryEvent] = ["timerEventDefinition", "messageEventDefinition", "errorEventDefinition"],
    };

    public Trigger? Of(XElement element, NodeKind kind)
    {
        var definition = Definition(element);
        if (definition is null)
        {
            if (kind is NodeKind.CatchEvent or NodeKind.BoundaryEvent)
            {
                definitions.Problems.Refuse(element.Id(), "trigger-missing", "事件没有说明等待什么。请选择定时器或消息。", "The event does not say what it waits for. Choose a timer or a message.");
            }

            return null;
        }

        if (!Allowed[kind].Contains(definition.Name.LocalName))
        {
            Subset.RefuseTrigger(element, definition, definitions.Problems);
            return null;
        }

        return definition.Name.LocalName switch
        {
            "timerEventDefinition" => Timer(element, definition),
            "messageEventDefinition" => definitions.Message(definition, element.Id(), start: kind == NodeKind.StartEvent),
            "errorEventDefinition" => Error(element, definition, kind),
            _ => new Trigger.Terminate()
        };
    }

    private XElement? Definition(XElement element)
    {
        var all = element.Elements().Where(e => e.Name.Namespace == Names.Bpmn && e.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal)).ToList();
        if (all.Count > 1) definitions.Problems.Refuse(element.Id(), "several-triggers", "事件有多个触发条件。请每个事件只用一个。", "The event has several triggers. Use one event for each.");
        return all.FirstOrDefault();
    }

    private Trigger.Error Error(XElement element, XElement definition, NodeKind kind)
    {
        var code = definitions.ErrorCode(definition, element.Id());
        if (code is null && kind == NodeKind.EndEvent)
        {
            definitions.Problems.Refuse(element.Id(), "error-code-missing", "错误结束事件没有错误代码。", "The error end names no error.");
        }

        return new(code);
    }

    private Trigger.Timer? Timer(XElement element, XElement definition)
    {
        var kinds = new[] { ("timeDate", TimerKind.Date), ("timeDuration", TimerKind.Duration), ("timeCycle", TimerKind.Cycle) };
        foreach (var (name, kind) in kinds)
        {
            if (definition.Bpmn(name)?.Value is not { Length: > 0 } text) continue;
            var when = definitions.Expression(element.Id(), text);
            if (when.IsFixed && !Fits(kind, when))
            {
                definitions.Problems.Refuse(element.Id(), "timer-value", $"定时器的值“{text.Trim()}”不是所需的 ISO 8601 日期、时长或周期。", $"\"{text.Trim()}\" is not the ISO 8601 date, duration or cycle that is wanted here.");
            }

            return new(kind, when);
        }

        definitions.Problems.Refuse(element.Id(), "timer-missing", "定时器没有日期、时长或周期。", "The timer has no date, duration or cycle.");
        return null;
    }

    private static bool Fits(TimerKind kind, Expression when) => Clocks.Temporal(when.ValueIn(_ => null, default, out _)) switch
    {
        FeelValue.Date or FeelValue.Instant => kind == TimerKind.Date,
        FeelValue.Duration or FeelValue.Months or FeelValue.WorkingDays => kind == TimerKind.Duration,
        FeelValue.Cycle cycle => kind == TimerKind.Cycle && Clocks.IsForward(cycle.Every),
        _ => false
    };
}
