using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.Mail;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>How the caller wants to be told of notices beside the desk. The address itself lies with the account.</summary>
public static class ChooseMail
{
    /// <param name="Daily">One mail each working morning at 08:00 in Beijing, instead of one at once.</param>
    public sealed record Request(bool Mail, bool Daily, [Required, RegularExpression("zh|en")] string Language);

    /// <param name="MailIsOn">Whether this installation mails at all.</param>
    public sealed record Chosen(bool Mail, bool Daily, string Language, bool MailIsOn);

    public static void MapChooseMail(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/notices/settings", HandleAsync).RequireAuthorization("Insider").WithName(nameof(ChooseMail)).WithSummary("Choose how to be told of notices");
        routes.MapGet("/notices/settings", ReadAsync).RequireAuthorization("Insider").WithName("ReadMailSettings").WithSummary("How I am told of notices");
    }

    private static async Task<JsonAnswer<Chosen>> HandleAsync(Request request, EventDatabase database, Post post, ClaimsPrincipal user, CancellationToken cancel)
    {
        await new NoticeSettings(request.Mail, request.Daily, request.Language).SaveAsync(database, user.Id(), cancel);
        return await ReadAsync(database, post, user, cancel);
    }

    private static async Task<JsonAnswer<Chosen>> ReadAsync(EventDatabase database, Post post, ClaimsPrincipal user, CancellationToken cancel)
    {
        var settings = await NoticeSettings.OfAsync(database, user.Id(), cancel);
        return Answer.Of(new Chosen(settings.Mail, settings.Daily, settings.Language, post.IsOn));
    }
}
