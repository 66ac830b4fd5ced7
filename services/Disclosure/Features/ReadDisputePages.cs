using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Pages;
using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody reads disputes, and what the protected way keeps, without a script.</summary>
public static class ReadDisputePages
{
    private const int Most = 200;

    internal static void MapDisputePages(this IEndpointRouteBuilder routes, string language, Tongue tongue)
    {
        routes.Page(language, "/disputes", (ViewReader views, DisputeFacts facts, WebShell shell, TimeProvider clock, CancellationToken cancel) =>
            ListAsync(views, facts, shell, clock, tongue, cancel));
        routes.Page(language, "/disputes/new", (WebShell shell) => new HtmlAnswer(shell.Fill(PlainDispute.Protected(tongue), "disputes/new", tongue)));
        routes.Page(language, "/disputes/follow", (WebShell shell) => new HtmlAnswer(shell.Fill(PlainDispute.Follow(tongue), "disputes/follow", tongue)));
        routes.Page(language, "/disputes/{number}", (string number, ViewReader views, DisputeFacts facts, DisputeTexts texts, WebShell shell, TimeProvider clock, CancellationToken cancel) =>
            OneAsync(number, views, facts, texts, shell, clock, tongue, cancel));
    }

    private static async Task<IResult> ListAsync(ViewReader views, DisputeFacts facts, WebShell shell, TimeProvider clock, Tongue tongue, CancellationToken cancel)
    {
        var newest = await ReadDisputes.NewestAsync(ReadDisputes.StatesOf(null), overdue: null, views, facts, clock.Today(), cancel);
        return new HtmlAnswer(shell.Fill(PlainDispute.Of([.. newest.Take(Most)], tongue), "disputes", tongue));
    }

    private static async Task<IResult> OneAsync(
        string number, ViewReader views, DisputeFacts facts, DisputeTexts texts, WebShell shell, TimeProvider clock, Tongue tongue, CancellationToken cancel) =>
        await ReadDisputes.FindAsync(number, views, facts, texts, clock.Today(), cancel) is { } found
            ? new HtmlAnswer(shell.Fill(PlainDispute.Of(found, tongue), $"disputes/{number}", tongue))
            : ReadPages.Missing(shell, tongue);
}
