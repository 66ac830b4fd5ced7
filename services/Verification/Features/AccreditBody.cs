using System.ComponentModel.DataAnnotations;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Verification.Features;

/// <summary>The national commission enters a body's accreditation, prolongs it, or ends it early by its last day.</summary>
public static class AccreditBody
{
    public sealed record Request(
        Guid OrganisationId,
        [Required, StringLength(80, MinimumLength = 2)] string Name,
        [Required, StringLength(400, MinimumLength = 2)] string Scope,
        DateOnly ValidUntil,
        bool Demo = false);

    public static Decision Decide(BodyState state, Request request)
    {
        var accreditation = new BodyAccredited(request.OrganisationId, request.Name.Trim(), request.Scope.Trim(), request.ValidUntil, request.Demo);
        return state.Accreditation == accreditation ? Decision.Nothing : accreditation;
    }

    public static void MapAccreditBody(this IEndpointRouteBuilder routes) => routes
        .MapPost("/bodies", Handle)
        .RequireAuthorization("NationalReviewer")
        .WithName(nameof(AccreditBody))
        .WithSummary("Accredit a verification body");

    private static Task<CommandAnswer<Done>> Handle(Request request, Store store) => store
        .StartAsync(BodyState.Stream, request.OrganisationId, state => Decide(state, request))
        .ToCreatedAsync($"/bodies/{request.OrganisationId}", done => new Done(done.Id, done.Version));
}
