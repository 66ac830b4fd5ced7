using System.ComponentModel.DataAnnotations;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>
/// Takes over a list that was published before this registry existed (the 52 parks of 发改办环资〔2025〕1082号). Ids follow
/// from batch and number, so recording the same list again changes nothing.
/// </summary>
public static class RecordPublishedList
{
    public sealed record Request(
        [Required, RegularExpression(ListRules.Batch)] string Batch,
        [Required, StringLength(80, MinimumLength = 2)] string Document,
        [Range(typeof(DateOnly), ListRules.FirstDay, ListRules.LastDay)] DateOnly PublishedOn,
        [Required, StringLength(400, MinimumLength = 2)] string Source,
        [Required, StringLength(4000, MinimumLength = 2)] string Reasons,
        [Required, MinLength(1), MaxLength(500)] IReadOnlyList<Line> Parks) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            ListRules.EachOnce(nameof(Parks), Parks.Select(p => p.ListNumber));
    }

    /// <summary>A line of the published list; latitude and longitude are map pins only.</summary>
    public sealed record Line(
        [Range(1, 10_000)] int ListNumber,
        [Required, StringLength(80, MinimumLength = 2)] string Name,
        [Required, RegularExpression("[1-9][0-9]{5}")] string Province,
        [Required, MaxLength(40)] string City,
        ParkScope Scope,
        [Range(2020, 2060)] int ConstructionStart,
        [Range(2020, 2060)] int ConstructionEnd,
        [Range(typeof(decimal), "3", "54", ParseLimitsInInvariantCulture = true)] decimal Latitude,
        [Range(typeof(decimal), "73", "136", ParseLimitsInInvariantCulture = true)] decimal Longitude,
        [Required, MaxLength(60)] string IndustryGroup) : IValidatableObject
    {
        public ParkFacts ToFacts() => new(
            Name, Province, City, Scope, ConstructionStart, ConstructionEnd, Latitude, Longitude, IndustryGroup,
            ManagementBodyId: null, FourBounds: null, Boundary: null, ParkRequest.BaseYear, Targets: [], Demo: false);

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            ParkRequest.CheckPlaceAndTime(Province, ConstructionStart, ConstructionEnd);
    }

    public static Guid ListId(string batch) => StableId.Of("list", batch);

    public static Guid ParkId(string batch, int listNumber) => StableId.Of("park", batch, listNumber);

    /// <summary>The list's own event, or nothing when it is recorded already.</summary>
    public static Decision Decide(ListState state, Request request) => state.IsPublished
        ? Decision.Nothing
        : new NationalListPublished(
            request.Batch, request.Document, request.PublishedOn, request.Source, request.Reasons,
            [.. request.Parks.Select(p => new ListedPark(ParkId(request.Batch, p.ListNumber), p.ListNumber, p.Name))]);

    public static void MapRecordPublishedList(this IEndpointRouteBuilder routes) => routes
        .MapPost("/lists/published", Handle)
        .RequireAuthorization("NationalReviewer")
        .WithName(nameof(RecordPublishedList))
        .WithSummary("Take over a list that is already published")
        .Produces<Done>(201);

    private static async Task<CommandAnswer<Done>> Handle(Request request, Store store, CancellationToken cancel)
    {
        var id = ListId(request.Batch);
        return await store.DecideAllAsync(
            async () =>
            {
                var (list, version) = await store.LoadAsync(ListState.Stream, id, cancel);
                var decision = Decide(list, request);
                return new(id, version, decision, [.. Appends(id, decision, request)]);
            },
            cancel).ToCreatedAsync($"/lists/{id}", done => new Done(done.Id, done.Version));
    }

    private static IEnumerable<Append> Appends(Guid id, Decision decision, Request request) =>
    [
        new(ListState.Stream.Name, id, [], decision.Events),
        .. request.Parks.Select(p => new Append(ParkState.Stream.Name, ParkId(request.Batch, p.ListNumber), [], [Park(request, p)])),
    ];

    private static ParkListed Park(Request request, Line line) => new(
        ParkId(request.Batch, line.ListNumber), line.ToFacts(), request.Batch, line.ListNumber,
        request.Document, request.PublishedOn, request.Source, request.Reasons);
}
