namespace PilotRegistry.Identity;

/// <summary>Ends the issuer's session in this browser and all that came from it.</summary>
public static class SignOut
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) => routes
        .MapDelete("/sessions", HandleAsync)
        .AllowAnonymous()
        .AddEndpointFilter<SameOrigin>()
        .WithName("SignOut")
        .WithSummary("Sign out of the issuer")
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> HandleAsync(HttpContext http, Sessions sessions, CancellationToken ct)
    {
        if (await sessions.FindAsync(http, ct) is { } session) await sessions.EndAsync([session.Id], ct);
        sessions.ForgetCookie(http);
        return Results.NoContent();
    }
}
