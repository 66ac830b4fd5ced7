using System.ComponentModel.DataAnnotations;
using PilotRegistry.Disclosure.Pages;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>
/// Whoever reads the mailbox says yes, with the key of the mail's link. Following the link alone says nothing: programs that look through
/// mail follow links too.
/// </summary>
public static class ConfirmSubscription
{
    public static void MapConfirmSubscription(this IEndpointRouteBuilder routes) => routes
        .MapPost("/subscriptions/confirmation", HandleAsync)
        .AllowAnonymous()
        .RequireRateLimiting(PublicLimits.Follows)
        .HoldsSecret()
        .WithName(nameof(ConfirmSubscription))
        .WithSummary("Confirm a subscription with the key of its mail")
        .Produces(StatusCodes.Status204NoContent)
        .Produces(StatusCodes.Status302Found)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    /// <param name="page">The language of the page to be led to, for a form without a script; otherwise no page.</param>
    private static async Task<IResult> HandleAsync(
        [Required, MaxLength(60)] string key, Subscriptions subscriptions, CancellationToken cancel, [RegularExpression("zh|en")] string? page = null)
    {
        var confirmed = ReturnKey.Read(key) is { } read && await subscriptions.ConfirmAsync(read, cancel);
        return page is null
            ? confirmed ? Results.NoContent() : new NoSuchSubscription()
            : Results.Redirect(PlainSubscription.AddressOf(PlainSubscription.Confirm, confirmed ? PlainSubscription.Done : PlainSubscription.Gone, Tongue.Of(page)));
    }
}

/// <summary>There is no subscription of this key, or no more.</summary>
internal sealed class NoSuchSubscription : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Problems.WriteAsync(httpContext, 404, "subscription-key-unknown", "This link is not valid any more: it was not confirmed in time, or the subscription was ended.");
}
