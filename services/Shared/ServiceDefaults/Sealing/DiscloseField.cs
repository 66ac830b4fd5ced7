using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.ServiceDefaults.Sealing;

/// <summary>An auditor is shown what a leaf commits to: the person who acted, or the whole event. That it was shown stands in the log.</summary>
public static class DiscloseField
{
    public static readonly Refusal NotHeld = new("field-not-held", "This event has no such field, or it was erased.");

    public sealed record Request(LeafField Field, [Required, StringLength(4000, MinimumLength = 2)] string Reasons);

    /// <param name="Disclosure">RFC 9901: its SHA-256 is the commitment in the event's leaf.</param>
    /// <param name="Body">The event as JSON, when its body was asked for: the canonical form that the disclosed hash is of.</param>
    public sealed record Shown(Guid Id, long Version, LeafField Field, string Disclosure, string? Body);

    /// <param name="disclosure">What opens the field; null when there is nothing.</param>
    public static Decision Decide(LeafFields state, Guid id, Request request, string? disclosure, Guid caller) => state switch
    {
        _ when disclosure is null || state.Erased.Contains(request.Field) => NotHeld,
        _ when state.Shown.Contains((request.Field, caller)) => Decision.Nothing,
        _ => new FieldDisclosed(id, request.Field, caller, request.Reasons)
    };

    public static void MapDiscloseField(this IEndpointRouteBuilder routes) => routes
        .MapPost("/leaves/{eventId:guid}/disclosure", HandleAsync)
        .RequireAuthorization("Auditor")
        .WithName(nameof(DiscloseField))
        .WithSummary("Show what a leaf of the public log commits to");

    private static async Task<CommandAnswer<Shown>> HandleAsync(
        Guid eventId, Request request, Disclosures disclosures, Store store, ClaimsPrincipal user, CancellationToken cancel)
    {
        var held = await disclosures.FindAsync(eventId, LeafFields.NameOf(request.Field), cancel);
        var outcome = held is null
            ? new Outcome.NotFound()
            : await store.StartAsync(LeafFields.Stream, eventId, state => Decide(state, eventId, request, held.Value.Disclosure, user.Id()), cancel);
        return new(outcome, done => Show(eventId, done.Version, request.Field, held!.Value), location: null);
    }

    private static Shown Show(Guid id, long version, LeafField field, (string? Disclosure, string Body) held) => new(
        id, version, field, held.Disclosure!, field == LeafField.Body ? CanonicalJson.Write(JsonElement.Parse(held.Body)) : null);
}
