using System.ComponentModel.DataAnnotations;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>
/// An operator publishes a drawing: from a date on, new instances of its processes run on it. What fills a slot keeps to the slot's
/// contract and is sound, whoever drew it.
/// </summary>
public static class PublishDefinition
{
    /// <param name="Province">Whose drawing it is; null for the whole country.</param>
    /// <param name="ValidFrom">Null for now.</param>
    public sealed record Request([Required] string Xml, [RegularExpression("^[0-9]{6}$")] string? Province, DateTimeOffset? ValidFrom);

    /// <param name="Sha256">The file's name for ever.</param>
    /// <param name="Advice">What the drawing leaves open.</param>
    public sealed record Published(string Sha256, IReadOnlyList<string> Processes, IReadOnlyList<ModelProblem> Advice);

    public static void MapPublishDefinition(this IEndpointRouteBuilder routes) => routes
        .MapPost("/definitions", Handle)
        .RequireAuthorization("Operator").WithName(nameof(PublishDefinition)).WithSummary("Publish a drawing").Produces<Published>();

    private static async Task<IResult> Handle(Request request, Publishing publishing, Shipped shipped, Envelope by, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var read = BpmnReader.Read(request.Xml);
        if (!read.Succeeded) return Problems.Invalid([.. read.Problems.Where(each => each.Gravity == Gravity.Refusal).Select(each => Field(each, http))]);
        if (Refused(read.File, request, shipped) is { Count: > 0 } found) return Problems.Invalid([.. found.Select(each => Field(each, http))]);
        return await publishing.PublishAsync(read.File, request.Province, request.ValidFrom ?? clock.GetUtcNow(), by, cancel) is { } refusal
            ? CommandAnswers.From(new Outcome.Refused(refusal))
            : Results.Json(new Published(read.File.Hash, [.. read.File.Processes.Select(each => each.Id)], read.Problems), RegistryJson.Http);
    }

    private static IReadOnlyList<ModelProblem> Refused(BpmnFile file, Request request, Shipped shipped)
    {
        var slot = file.Processes.Select(each => shipped.Contracts.GetValueOrDefault(each.Id)).FirstOrDefault(each => each is not null);
        if (slot is not null) return [.. SlotCheck.Run(request.Xml, slot).Problems.Select(each => each.Problem)];
        return request.Province is null ? [] : [new("", "not-a-slot", new("各省只能自行设计插槽流程。", "A province draws only what fills a slot."))];
    }

    private static FieldError Field(ModelProblem problem, HttpContext http) => new(
        "/xml", problem.Code, (problem.Element.Length > 0 ? problem.Element + ": " : "")
            + (http.Request.Headers.AcceptLanguage.ToString().StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? problem.Message.Zh : problem.Message.En));
}
