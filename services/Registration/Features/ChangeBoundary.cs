using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>The nation records that it approved another boundary for a park on the list (调整边界). What applied before stays public beside it.</summary>
public static class ChangeBoundary
{
    public static readonly Refusal NotListed = new("park-not-listed", "Only a park on the construction list has a registered boundary.");
    public static readonly Refusal Unchanged = new("boundary-unchanged", "These are the bounds and the outline that are registered already.");
    public static readonly Refusal BeforeBaseYear = new("boundary-before-base-year", "A boundary cannot apply to a year before the park's base year.");

    /// <param name="ValidFrom">The first accounting year it applies to; not before the park's base year.</param>
    public sealed record Request(
        [Required, StringLength(2000, MinimumLength = 2)] string FourBounds,
        [Range(2020, 2060)] int ValidFrom,
        [Required, StringLength(80, MinimumLength = 2)] string Document,
        [Range(typeof(DateOnly), ListRules.FirstDay, ListRules.LastDay)] DateOnly PublishedOn,
        [Required, StringLength(400, MinimumLength = 2)] string Source,
        [Required, StringLength(4000, MinimumLength = 2)] string Reasons,
        JsonElement? Boundary = null) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => ParkRequest.CheckBoundary(Boundary);

        internal BoundaryChanged ToEvent(Guid park) => new(
            park, FourBounds.Trim(), Boundary, ValidFrom, Document.Trim(), PublishedOn, Source.Trim(), Reasons.Trim());
    }

    public static Decision Decide(ParkState state, BoundaryChanged change) => state switch
    {
        { Facts: null } => NotListed,
        { LastChange: { } last } when RegistryJson.Same(last, change) => Decision.Nothing,
        { Facts: var facts } when facts.FourBounds == change.FourBounds && RegistryJson.Same(facts.Boundary, change.Boundary) && !Corrects(state.LastChange, change) => Unchanged,
        { Facts.BaseYear: var first } when change.ValidFrom < first => BeforeBaseYear,
        _ => change
    };

    /// <summary>The bounds stay, and what was recorded with them was wrong: the first year, or the document.</summary>
    private static bool Corrects(BoundaryChanged? last, BoundaryChanged change) =>
        last is not null && (last.ValidFrom, last.Document, last.PublishedOn) != (change.ValidFrom, change.Document, change.PublishedOn);

    public static void MapChangeBoundary(this IEndpointRouteBuilder routes) => routes
        .MapPost("/parks/{id:guid}/boundary-changes", Handle)
        .RequireAuthorization("NationalReviewer")
        .WithName(nameof(ChangeBoundary))
        .WithSummary("Record an approved change of a listed park's boundary");

    private static Task<CommandAnswer<Done>> Handle(Guid id, Request request, IfMatch seen, Store store) => store
        .ExecuteAsync(ParkState.Stream, id, seen.Version, state => Decide(state, request.ToEvent(id)))
        .ToHttpAsync();
}
