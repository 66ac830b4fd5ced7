using System.Xml.Linq;

namespace PilotRegistry.Workflows.Engine;

/// <summary>Reads what an activity needs, from Zeebe's extensions.</summary>
internal sealed class ActivityReader(DefinitionsReader definitions)
{
    public JobPlan? Job(XElement element)
    {
        if (element.Extension("taskDefinition") is not { } task || task.Value("type") is not { } type) return null;
        var headers = element.Extension("taskHeaders")?.Elements(Names.Zeebe + "header").Select(h => (h.Value("key") ?? "", h.Value("value") ?? ""));
        return new(Read(element, type), Read(element, task.Value("retries") ?? "3"), [.. headers ?? []]);
    }

    public JobPlan? NoJob(XElement element)
    {
        definitions.Problems.Refuse(element.Id(), "job-type-missing", "服务任务没有作业类型（zeebe:taskDefinition type）。", "The service task has no job type (zeebe:taskDefinition type).");
        return null;
    }

    public TaskPlan Task(XElement element)
    {
        var (who, when) = (element.Extension("assignmentDefinition"), element.Extension("taskSchedule"));
        return new(
            Optional(element, who.Value("assignee")), Optional(element, who.Value("candidateGroups")), Optional(element, who.Value("candidateUsers")),
            Optional(element, when.Value("dueDate")), Optional(element, when.Value("followUpDate")),
            element.Extension("formDefinition").Value("formId") ?? element.Extension("formDefinition").Value("formKey") ?? element.Extension("formDefinition").Value("externalReference"));
    }

    public CallPlan? Call(XElement element)
    {
        var called = element.Extension("calledElement");
        if (called.Value("processId") is { } process)
        {
            return new(Read(element, process), called!.Flag("propagateAllParentVariables") ?? true, called!.Flag("propagateAllChildVariables") ?? true);
        }

        definitions.Problems.Refuse(element.Id(), "called-process-missing", "调用活动没有指定流程（zeebe:calledElement processId）。", "The call activity names no process (zeebe:calledElement processId).");
        return null;
    }

    public MultiInstance? Loop(XElement element)
    {
        if (element.Bpmn("multiInstanceLoopCharacteristics") is not { } loop) return null;
        var zeebe = loop.Extension("loopCharacteristics");
        if (loop.Bpmn("loopCardinality") is not null)
        {
            definitions.Problems.Refuse(element.Id(), "loop-cardinality", "不支持循环次数。请改用集合（zeebe:loopCharacteristics inputCollection）。", "A number of repetitions is not supported. Give a collection (zeebe:loopCharacteristics inputCollection).");
        }

        if (zeebe.Value("inputCollection") is not { } collection)
        {
            definitions.Problems.Refuse(element.Id(), "collection-missing", "多实例没有集合（zeebe:loopCharacteristics inputCollection）。", "The multi-instance has no collection (zeebe:loopCharacteristics inputCollection).");
            return null;
        }

        var (item, outputs, output) = (zeebe.Value("inputElement"), zeebe.Value("outputCollection"), zeebe.Value("outputElement"));
        if (outputs is null != output is null)
        {
            definitions.Problems.Refuse(element.Id(), "output-pair", "outputCollection 和 outputElement 必须同时填写。", "outputCollection and outputElement belong together.");
        }

        foreach (var name in new[] { item, outputs }.Where(name => name is not null && !NodeReader.IsName(name)))
        {
            definitions.Problems.Refuse(element.Id(), "mapping", $"“{name}”不是变量名。", $"\"{name}\" is no name of a variable.");
        }

        var until = loop.Bpmn("completionCondition")?.Value;
        return new(loop.Flag("isSequential") ?? false, Feel(element, collection), item, outputs, output is null ? null : Feel(element, output), until is null ? null : Feel(element, until));
    }

    private Expression Read(XElement element, string text) => definitions.Expression(element.Id(), text);

    private Expression? Optional(XElement element, string? text) => text is null ? null : Read(element, text);

    /// <summary>Where only FEEL makes sense.</summary>
    private Expression Feel(XElement element, string text)
    {
        if (!text.TrimStart().StartsWith('='))
        {
            definitions.Problems.Refuse(element.Id(), "not-feel", $"“{text}”必须是以“=”开头的 FEEL 表达式。", $"\"{text}\" must be FEEL and begin with \"=\".");
        }

        return Read(element, text);
    }
}
