using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>
/// Brings to a case what comes from outside the registry: the province an objection to what was made public or a cause for surveillance, the
/// park its wish for a longer construction period. The process that waits for it goes on; surveillance begins with it.
/// </summary>
public static class AnnounceCase
{
    public static readonly Refusal ParkUnknown = new("park-unknown", "No application and no list names this park.");
    public static readonly Refusal NotYoursToSay = new("not-yours-to-say", "This is for the park itself or its province to bring.");

    /// <param name="Message">What the drawings wait for.</param>
    public sealed record Request(
        [Required, RegularExpression("objection-raised|surveillance-cause|extension-requested")] string Message, Guid Park, [Required, StringLength(4000, MinimumLength = 2)] string Reasons);

    public static Decision Decide(AnnouncementState state, Request request, Variables? park, ClaimsPrincipal user) => state switch
    {
        _ when park is null => ParkUnknown,
        _ when !MaySay(request.Message, park, user) => NotYoursToSay,
        { IsMade: true } => Decision.Nothing,
        _ => new CaseAnnounced(request.Park, request.Message, request.Reasons)
    };

    public static void MapAnnounceCase(this IEndpointRouteBuilder routes) => routes
        .MapPost("/announcements", Handle).RequireAuthorization("Insider").WithName(nameof(AnnounceCase)).WithSummary("Bring an objection, a cause or a wish to a case");

    private static bool MaySay(string message, Variables park, ClaimsPrincipal user) => (message, user.Role()) switch
    {
        ("extension-requested", Roles.Park) => TextOf(park, "organisation") is { } body && user.ActsFor(Guid.Parse(body)),
        ("objection-raised" or "surveillance-cause", Roles.Province) => TextOf(park, "province") == user.Province(),
        ("surveillance-cause", Roles.National) => true,
        _ => false
    };

    private static async Task<CommandAnswer<Done>> Handle(Request request, Announcements announcements, Store store, Envelope by, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (id, park) = (store.NewId("announcement"), await announcements.FactsOfAsync(request.Park, cancel));
        var said = (park ?? Variables.None).With("case", FeelValue.Of(request.Park.ToString())).With(request.Message == "surveillance-cause" ? "cause" : "objection", FeelValue.Of(request.Reasons));
        var message = new Message(id.ToString(), request.Message, request.Park.ToString(), said);
        return await announcements.MakeAsync(id, by, state => Decide(state, request, park, user), [message], cancel).ToCreatedAsync($"/announcements/{id}", done => new Done(done.Id, done.Version));
    }

    private static string? TextOf(Variables variables, string name) => (variables.Find(name) as FeelValue.Text)?.Value;
}
