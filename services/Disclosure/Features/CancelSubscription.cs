using System.ComponentModel.DataAnnotations;
using PilotRegistry.Disclosure.Pages;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>
/// Whoever reads the mailbox ends a subscription, on a page or by one click in a mail program (RFC 8058), which posts here by itself. Its
/// address is erased. An unknown key is answered like a known one: what it was for is gone. Half a key is none: whoever sent it is told so.
/// </summary>
public static class CancelSubscription
{
    /// <summary>Without a limit of its own: a mail provider ends the subscriptions of many from one address, and a key cannot be guessed.</summary>
    public static void MapCancelSubscription(this IEndpointRouteBuilder routes) => routes
        .MapPost("/subscriptions/cancellation", HandleAsync)
        .AllowAnonymous()
        .HoldsSecret()
        .WithName(nameof(CancelSubscription))
        .WithSummary("End a subscription with the key of any of its mails, and erase its address")
        .Produces(StatusCodes.Status204NoContent)
        .Produces(StatusCodes.Status302Found)
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <param name="page">The language of the page to be led to, for a form without a script; otherwise no page.</param>
    private static async Task<IResult> HandleAsync(
        [Required, MaxLength(60)] string key, Subscriptions subscriptions, CancellationToken cancel, [RegularExpression("zh|en")] string? page = null)
    {
        var read = ReturnKey.Read(key);
        await (read is null ? Task.CompletedTask : subscriptions.CancelAsync(read, cancel));
        return (page, read) switch
        {
            (null, null) => new NoSuchSubscription(),
            (null, _) => Results.NoContent(),
            _ => Results.Redirect(PlainSubscription.AddressOf(PlainSubscription.Stop, read is null ? PlainSubscription.Gone : PlainSubscription.Done, Tongue.Of(page))),
        };
    }
}
