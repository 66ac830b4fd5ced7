using System.Xml.Linq;

namespace PilotRegistry.Workflows.Engine;

/// <summary>What this engine does not run, and what to draw instead.</summary>
internal static class Subset
{
    private static readonly Dictionary<string, (string Zh, string En)> Hints = new(StringComparer.Ordinal)
    {
        ["task"] = ("请选定类型：用户任务或服务任务", "choose a type: user task or service task"),
        ["manualTask"] = ("请改为用户任务，使结果留有记录", "draw a user task, so that its outcome is recorded"),
        ["scriptTask"] = ("请改为服务任务", "draw a service task"),
        ["businessRuleTask"] = ("请改为服务任务，规则留在服务中", "draw a service task; the rule stays in the service"),
        ["transaction"] = ("请改为子流程和错误边界事件", "draw a subprocess with an error boundary event"),
        ["adHocSubProcess"] = ("请改为子流程或多实例任务", "draw a subprocess or a multi-instance task"),
        ["complexGateway"] = ("请改为带完成条件的多实例任务", "draw a multi-instance task with a completion condition"),
        ["inclusiveGateway"] = ("请改为并行网关，分支内用排他网关跳过", "draw a parallel gateway with an exclusive gateway in each branch"),
        ["callChoreography"] = ("请改为调用活动", "draw a call activity"),
        ["signalEventDefinition"] = ("请改为消息", "use a message"),
        ["escalationEventDefinition"] = ("请改为非中断定时器或错误", "use a non-interrupting timer or an error"),
        ["compensateEventDefinition"] = ("请画出更正的步骤", "draw the steps that put it right"),
        ["cancelEventDefinition"] = ("请改为错误", "use an error"),
        ["conditionalEventDefinition"] = ("请改为消息", "use a message"),
        ["linkEventDefinition"] = ("请直接连线", "draw the flow itself"),
        ["timerEventDefinition"] = ("流程由消息或命令启动", "a process is started by a message or a command"),
        ["standardLoopCharacteristics"] = ("请用排他网关画出循环", "draw the loop with an exclusive gateway"),
    };

    public static void Refuse(XElement element, Findings problems)
    {
        var name = element.Name.LocalName;
        var (zh, en) = Hints.GetValueOrDefault(name, ("请用子集内的元素画出", "draw it with elements of the subset"));
        problems.Refuse(element.Id(), "not-in-subset", $"不支持 {name}：{zh}。", $"{name} is not supported: {en}.");
    }

    public static void RefuseTrigger(XElement element, XElement definition, Findings problems)
    {
        var (zh, en) = Hints.GetValueOrDefault(definition.Name.LocalName, ("请换一种事件", "use another event"));
        problems.Refuse(element.Id(), "not-in-subset", $"{element.Name.LocalName} 不支持 {definition.Name.LocalName}：{zh}。", $"{definition.Name.LocalName} is not supported in {element.Name.LocalName}: {en}.");
    }

    /// <summary>Attributes and parts of known elements that would change their meaning.</summary>
    public static void Check(XElement element, Findings problems)
    {
        if (element.Bpmn("standardLoopCharacteristics") is { } loop) Refuse(element, loop, problems);
        if (element.Flag("triggeredByEvent") == true) Say("triggeredByEvent", "事件子流程尚不支持：请改为边界事件", "an event subprocess is not supported yet: draw a boundary event");
        if (element.Flag("isForCompensation") == true) Say("isForCompensation", "不支持补偿：请画出更正的步骤", "compensation is not supported: draw the steps that put it right");
        if (element.Flag("instantiate") == true) Say("instantiate", "请改为消息开始事件", "draw a message start event");
        if (element.Flag("parallelMultiple") == true) Say("parallelMultiple", "请每个事件只用一个触发条件", "use one event for each trigger");
        if ((string?)element.Attribute("eventGatewayType") == "Parallel") Say("eventGatewayType", "只支持排他的事件网关", "only the exclusive event gateway is supported");
        foreach (var quantity in new[] { "startQuantity", "completionQuantity" })
        {
            if (element.Value(quantity) is { } stated && stated != "1") Say(quantity, "令牌数量必须为 1", "token quantities other than 1 are not supported");
        }

        void Say(string attribute, string zh, string en) => problems.Refuse(element.Id(), "not-in-subset", $"{attribute}：{zh}。", $"{attribute}: {en}.");
    }

    private static void Refuse(XElement owner, XElement part, Findings problems)
    {
        var (zh, en) = Hints[part.Name.LocalName];
        problems.Refuse(owner.Id(), "not-in-subset", $"不支持 {part.Name.LocalName}：{zh}。", $"{part.Name.LocalName} is not supported: {en}.");
    }
}
