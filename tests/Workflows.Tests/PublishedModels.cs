using System.Text.Json;
using System.Xml.Linq;

namespace PilotRegistry.Workflows.Tests;

/// <summary>
/// The models and cases of the engine conformance suite of the University of Bamberg (betsy, LGPL-3), read from the folder that
/// REGISTRY_VECTORS names. They are standard BPMN without an engine's extensions: what this engine wants to be said in Zeebe's is
/// put beside it here, and a script task becomes a service task of the type <c>script</c>.
/// </summary>
internal static class PublishedModels
{
    public static readonly string? Folder = Environment.GetEnvironmentVariable("REGISTRY_VECTORS") is { Length: > 0 } vectors ? Path.Combine(vectors, "bpmn") : null;

    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Zeebe = "http://camunda.org/schema/zeebe/1.0";

    public static IReadOnlyList<PublishedCase> Cases => Folder is null ? [] :
    [
        .. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "cases.json"))).RootElement.EnumerateArray()
            .SelectMany(model => model.GetProperty("cases").EnumerateArray().Select((each, index) => new PublishedCase(
                model.GetProperty("name").GetString()!, model.GetProperty("file").GetString()!, index, each.GetProperty("input").GetString() ?? "",
                Texts(each.GetProperty("options")), Texts(each.GetProperty("expected")), each.GetProperty("order").GetString()!))),
    ];

    public static string Translated(string file)
    {
        var document = XDocument.Load(Path.Combine(Folder!, file));
        foreach (var script in document.Descendants(Bpmn + "scriptTask").ToList()) Script(script);
        foreach (var condition in document.Descendants(Bpmn + "conditionExpression")) condition.Value = Feel(condition.Value.Trim());
        foreach (var loop in document.Descendants(Bpmn + "multiInstanceLoopCharacteristics")) Loop(loop);
        foreach (var call in document.Descendants(Bpmn + "callActivity")) Extend(call, new XElement(Zeebe + "calledElement", new XAttribute("processId", (string)call.Attribute("calledElement")!)));
        foreach (var message in document.Descendants(Bpmn + "message")) Extend(message, new XElement(Zeebe + "subscription", new XAttribute("correlationKey", "=\"key\"")));
        return document.ToString();
    }

    private static void Script(XElement script)
    {
        script.Name = Bpmn + "serviceTask";
        Extend(script, new XElement(Zeebe + "taskDefinition", new XAttribute("type", script.Element(Bpmn + "script")!.Value)));
        script.Element(Bpmn + "script")!.Remove();
    }

    /// <summary>A number of repetitions is a collection of as many items; −1 is none.</summary>
    private static void Loop(XElement loop)
    {
        var number = int.Parse(loop.Element(Bpmn + "loopCardinality")!.Value, System.Globalization.CultureInfo.InvariantCulture);
        loop.Element(Bpmn + "loopCardinality")!.Remove();
        Extend(loop, new XElement(Zeebe + "loopCharacteristics", new XAttribute("inputCollection", number < 0 ? $"={number}" : $"=[{string.Join(",", Enumerable.Range(1, number))}]")));
    }

    private static string Feel(string condition) => condition switch
    {
        "test.contains(\"a\")" => "=contains(test, \"a\")",
        "test.contains(\"b\")" => "=contains(test, \"b\")",
        "!test.contains(\"a\")" => "=not(contains(test, \"a\"))",
        "!test.contains(\"b\")" => "=not(contains(test, \"b\"))",
        _ => "=" + condition
    };

    private static void Extend(XElement element, XElement extension) => element.AddFirst(new XElement(Bpmn + "extensionElements", extension));

    private static IReadOnlyList<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];
}

/// <param name="Index">Its place among the cases of its model.</param>
/// <param name="Order">What must come before what; the order of the rest is free.</param>
internal sealed record PublishedCase(string Name, string File, int Index, string Input, IReadOnlyList<string> Options, IReadOnlyList<string> Expected, string Order)
{
    public override string ToString() => Index == 0 && Input.Length == 0 ? Name : $"{Name} {Index + 1}{(Input.Length > 0 ? $" with {Input}" : "")}";

    public bool Waits => Options.Any(option => option.StartsWith("wait", StringComparison.Ordinal));
}
