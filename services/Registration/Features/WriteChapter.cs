using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>The park writes one of the six chapters of the outline (910号 附件2).</summary>
public static class WriteChapter
{
    public sealed record Request([Required, MaxLength(20_000)] string Text);

    public static Decision Decide(ApplicationState state, Chapter chapter, Request request, ManagementBody body) => state switch
    {
        _ when !state.Is(body) => ApplicationRules.NotYourPark,
        { IsOpen: false } => ApplicationRules.NotOpen,
        _ when state.Chapters.GetValueOrDefault(chapter) == request.Text => Decision.Nothing,
        _ => new ChapterWritten(chapter, request.Text)
    };

    public static void MapWriteChapter(this IEndpointRouteBuilder routes) => routes
        .MapPut("/applications/{id:guid}/chapters/{chapter}", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(WriteChapter))
        .WithSummary("Write a chapter");

    private static Task<CommandAnswer<Done>> Handle(
        Guid id, Code<Chapter> chapter, Request request, IfMatch seen, Store store, ClaimsPrincipal user) => store
        .ExecuteAsync(ApplicationState.Stream, id, seen.Version, state => Decide(state, chapter.Value, request, user.AsBody()))
        .ToHttpAsync();
}
