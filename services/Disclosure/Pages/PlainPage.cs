namespace PilotRegistry.Disclosure.Pages;

/// <summary>What a page says without its script.</summary>
/// <param name="Title">Of the page alone; the register's name comes after it. Null for the first page.</param>
/// <param name="Description">One or two sentences, as a search engine shows them.</param>
/// <param name="Main">HTML.</param>
public sealed record PlainPage(string? Title, string Description, string Main)
{
    /// <summary>404 where the register has nothing to show.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>False for a page that is one reader's alone, e.g. one that a mail leads to: no search engine is to keep it.</summary>
    public bool IsForAll { get; init; } = true;

    public static PlainPage NotFound(Tongue tongue) => new(
        tongue.Say("page.notFound"), tongue.Say("notFound.text"),
        new Html().Heading(1, tongue.Say("page.notFound")).Paragraph(tongue.Say("notFound.text"))
            .Raw($"<p>{Html.Link($"{tongue.Prefix}/", tongue.Say("notFound.home"))}</p>").ToString())
    { Status = StatusCodes.Status404NotFound };
}
