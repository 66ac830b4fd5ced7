namespace PilotRegistry.Disclosure.Pages;

/// <summary>Confirming and ending a subscription as pages without a script: what the button does, the button, and what came of it.</summary>
public static class PlainSubscription
{
    public const string Confirm = "confirm", Stop = "stop";

    /// <summary>What came of it.</summary>
    public const string Done = "done", Gone = "gone";

    /// <param name="key">Of the mail's link; null when the link is not whole.</param>
    /// <param name="outcome"><see cref="Done"/>, <see cref="Gone"/>, or anything else before the button was pressed.</param>
    public static PlainPage Of(string act, ReturnKey? key, string outcome, Tongue t)
    {
        var main = new Html().Heading(1, t.Say($"subscription.{act}.title"));
        var page = (outcome, key) switch
        {
            (Done, _) => main.Paragraph(t.Say($"subscription.{act}.done")),
            (Gone, _) => main.Paragraph(t.Say("subscription.gone")),
            (_, { } known) => main.Paragraph(t.Say($"subscription.{act}.what")).Raw(Form(act, known, t)),
            _ => main.Paragraph(t.Say("subscription.noKey")),
        };
        page.Raw($"<p>{Html.Link($"{t.Prefix}/", t.Say("notFound.home"))}</p>");
        return new(t.Say($"subscription.{act}.title"), t.Say($"subscription.{act}.what"), page.ToString()) { IsForAll = false };
    }

    /// <summary>The page that says what came of it.</summary>
    public static string AddressOf(string act, string outcome, Tongue t) => $"{t.Prefix}/subscriptions/{act}?outcome={outcome}";

    private static string Form(string act, ReturnKey key, Tongue t)
    {
        var command = act == Confirm ? "confirmation" : "cancellation";
        var action = $"/api/public/v1/subscriptions/{command}?key={key}&page={(t == Tongue.English ? "en" : "zh")}";
        return $"<form method=\"post\" action=\"{Html.Text(action)}\"><button type=\"submit\" class=\"button\">{Html.Text(t.Say($"subscription.{act}.button"))}</button></form>";
    }
}
