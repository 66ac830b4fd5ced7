using PilotRegistry.Disclosure.Features;
using PilotRegistry.WorkingDays;

namespace PilotRegistry.Disclosure;

/// <summary>All that disputes need and offer.</summary>
internal static class DisputeRoutes
{
    public static IServiceCollection AddDisputes(this IServiceCollection services) => services
        .AddSingleton<DisputeTexts>().AddSingleton<DisputeTalk>().AddSingleton<DisputeFacts>().AddSingleton<Calendars>().AddSingleton<Periods>();

    public static void MapDisputes(this IEndpointRouteBuilder routes)
    {
        routes.MapRaiseDispute();
        routes.MapFollowDispute();
        routes.MapReadDisputes();
        routes.MapReadDisputeDesk();
        routes.MapTriageDispute();
        routes.MapAnswerDispute();
        routes.MapConcludeDispute();
        routes.MapAskDisputer();
        routes.MapEraseWords();
    }
}
