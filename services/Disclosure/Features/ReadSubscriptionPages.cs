using PilotRegistry.Disclosure.Pages;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Where the links of a subscription's mails lead: pages with a button, which need no script. Reading them changes nothing.</summary>
public static class ReadSubscriptionPages
{
    internal static void MapSubscriptionPages(this IEndpointRouteBuilder routes, string language, Tongue tongue)
    {
        foreach (var act in new[] { PlainSubscription.Confirm, PlainSubscription.Stop })
        {
            routes.Page(language, $"/subscriptions/{act}", (HttpContext http, WebShell shell) => Show(http.Request.Query, shell, act, tongue));
        }
    }

    private static HtmlAnswer Show(IQueryCollection query, WebShell shell, string act, Tongue tongue)
    {
        var key = ReturnKey.Read(query["key"].ToString());
        var page = PlainSubscription.Of(act, key, query["outcome"].ToString(), tongue);
        return new(shell.Fill(page, $"subscriptions/{act}", tongue));
    }
}
