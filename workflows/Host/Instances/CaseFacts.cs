using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// Whom and what a case is about, as its process holds it in variables of these names: <c>park</c> and its <c>name</c>, <c>province</c>,
/// <c>organisation</c> (the park's management body), <c>body</c> (who verifies) and <c>case</c>, the thing in the owning service.
/// </summary>
internal sealed record CaseFacts(Guid? Park, string? Name, string? Province, Guid? Organisation, Guid? Body, Guid? Thing)
{
    public static CaseFacts Of(ProcessState state) => Of(state.Elements.GetValueOrDefault(1)?.Variables ?? state.Result);

    public static CaseFacts Of(Variables variables)
    {
        return new(Id("park"), Text("name"), Text("province"), Id("organisation"), Id("body"), Id("case"));

        string? Text(string name) => (variables.Find(name) as FeelValue.Text)?.Value;

        Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;
    }
}
