using System.Security;
using System.Text;

namespace PilotRegistry.Workflows.Tests;

/// <summary>Draws small processes as BPMN text, so that a test shows its model in a few lines.</summary>
internal sealed class Drawing
{
    private readonly StringBuilder roots = new();
    private readonly StringBuilder process = new();
    private readonly string id;
    private int flows;

    private Drawing(string id) => this.id = id;

    public static Drawing Of(string id = "p") => new(id);

    /// <summary>Anything, written as it is.</summary>
    public Drawing Raw(string xml)
    {
        process.AppendLine(xml);
        return this;
    }

    public Drawing Root(string xml)
    {
        roots.AppendLine(xml);
        return this;
    }

    public Drawing Start(string id = "start", string inner = "") => Raw($"<startEvent id=\"{id}\">{inner}</startEvent>");

    public Drawing End(string id = "end", string inner = "") => Raw($"<endEvent id=\"{id}\">{inner}</endEvent>");

    public Drawing Task(string id, string extensions = "", string inner = "") =>
        Raw($"<userTask id=\"{id}\"><extensionElements><z:userTask/><z:assignmentDefinition candidateGroups=\"reviewers\"/>{extensions}</extensionElements>{inner}</userTask>");

    public Drawing Service(string id, string extensions = "", string inner = "") =>
        Raw($"<serviceTask id=\"{id}\"><extensionElements><z:taskDefinition type=\"{id}\"/>{extensions}</extensionElements>{inner}</serviceTask>");

    public Drawing Exclusive(string id, string? otherwise = null) =>
        Raw($"<exclusiveGateway id=\"{id}\"{(otherwise is null ? "" : $" default=\"{otherwise}\"")}/>");

    public Drawing Parallel(params IEnumerable<string> ids) => ids.Aggregate(this, (drawing, id) => drawing.Raw($"<parallelGateway id=\"{id}\"/>"));

    public Drawing Sub(string id, Action<Drawing> inside, string parts = "")
    {
        Raw($"<subProcess id=\"{id}\">{parts}");
        inside(this);
        return Raw("</subProcess>");
    }

    public Drawing Boundary(string id, string host, string definition, bool interrupting = true, string extensions = "") => Raw(
        $"<boundaryEvent id=\"{id}\" attachedToRef=\"{host}\" cancelActivity=\"{(interrupting ? "true" : "false")}\"><extensionElements>{extensions}</extensionElements>{definition}</boundaryEvent>");

    public Drawing Catch(string id, string definition, string extensions = "") =>
        Raw($"<intermediateCatchEvent id=\"{id}\"><extensionElements>{extensions}</extensionElements>{definition}</intermediateCatchEvent>");

    public Drawing Call(string id, string process, string attributes = "", string extensions = "", string inner = "") =>
        Raw($"<callActivity id=\"{id}\"><extensionElements><z:calledElement processId=\"{SecurityElement.Escape(process)}\" {attributes}/>{extensions}</extensionElements>{inner}</callActivity>");

    public Drawing Message(string name, string key = "=key") =>
        Root($"<message id=\"m-{name}\" name=\"{name}\"><extensionElements><z:subscription correlationKey=\"{SecurityElement.Escape(key)}\"/></extensionElements></message>");

    public Drawing Error(string code) => Root($"<error id=\"e-{code}\" errorCode=\"{code}\"/>");

    /// <summary><c>a b c</c> leads from a to b to c.</summary>
    public Drawing Paths(params IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var nodes = path.Split(' ');
            for (var i = 1; i < nodes.Length; i++) Raw($"<sequenceFlow id=\"f{++flows}\" sourceRef=\"{nodes[i - 1]}\" targetRef=\"{nodes[i]}\"/>");
        }

        return this;
    }

    /// <summary>A flow with a name of its own, and a condition.</summary>
    public Drawing Flow(string id, string from, string to, string? condition = null, int? mostRounds = null) => Raw(
        $"<sequenceFlow id=\"{id}\" sourceRef=\"{from}\" targetRef=\"{to}\">"
        + (mostRounds is null ? "" : $"<extensionElements><z:properties><z:property name=\"mostRounds\" value=\"{mostRounds}\"/></z:properties></extensionElements>")
        + (condition is null ? "" : $"<conditionExpression>{SecurityElement.Escape(condition)}</conditionExpression>") + "</sequenceFlow>");

    public override string ToString() =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:z="http://camunda.org/schema/zeebe/1.0" targetNamespace="test" id="definitions-{id}">
        {roots}<process id="{id}" isExecutable="true">
        {process}</process>
        </definitions>
        """;
}

/// <summary>Parts of drawings.</summary>
internal static class Parts
{
    public const string Terminate = "<terminateEventDefinition/>";

    public static string Timer(string duration) => $"<timerEventDefinition><timeDuration>{SecurityElement.Escape(duration)}</timeDuration></timerEventDefinition>";

    public static string Cycle(string cycle) => $"<timerEventDefinition><timeCycle>{SecurityElement.Escape(cycle)}</timeCycle></timerEventDefinition>";

    public static string Message(string name) => $"<messageEventDefinition messageRef=\"m-{name}\"/>";

    public static string Error(string? code) => code is null ? "<errorEventDefinition/>" : $"<errorEventDefinition errorRef=\"e-{code}\"/>";

    /// <summary>A multi-instance over a collection.</summary>
    public static string Each(string collection, bool sequential = false, string? output = null, string? until = null) =>
        $"<multiInstanceLoopCharacteristics isSequential=\"{(sequential ? "true" : "false")}\"><extensionElements><z:loopCharacteristics inputCollection=\"{SecurityElement.Escape(collection)}\" inputElement=\"item\""
        + (output is null ? "" : $" outputCollection=\"results\" outputElement=\"{SecurityElement.Escape(output)}\"") + "/></extensionElements>"
        + (until is null ? "" : $"<completionCondition>{SecurityElement.Escape(until)}</completionCondition>") + "</multiInstanceLoopCharacteristics>";

    public static string Map(string direction, string source, string target) => $"<z:ioMapping><z:{direction} source=\"{SecurityElement.Escape(source)}\" target=\"{target}\"/></z:ioMapping>";

    public static string Due(string when) => $"<z:taskSchedule dueDate=\"{SecurityElement.Escape(when)}\"/>";
}
