using Microsoft.Extensions.Options;
using PilotRegistry.Disclosure.Pages;
using PilotRegistry.Disclosure.Releases;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody reads the archive of daily releases, and what a day changed, without a script.</summary>
public static class ReadReleasePages
{
    internal static void MapReleasePages(this IEndpointRouteBuilder routes, string language, Tongue tongue)
    {
        routes.Page(language, "/data/releases", (Archive archive, IOptions<ReleaseSettings> settings, WebShell shell, DateOnly? before = null) =>
            new HtmlAnswer(shell.Fill(PlainRelease.Of(ReadReleases.List(archive, settings.Value, before), tongue), "data/releases", tongue)));
        routes.Page(language, "/data/releases/{day}", (string day, Archive archive, WebShell shell) => ReadReleases.Find(archive, day) is { } release
            ? new HtmlAnswer(shell.Fill(PlainRelease.Of(release, tongue), $"data/releases/{day}", tongue))
            : ReadPages.Missing(shell, tongue));
    }
}
