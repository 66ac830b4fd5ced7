using PilotRegistry.Disclosure.Features;
using PilotRegistry.Mail;

namespace PilotRegistry.Disclosure;

/// <summary>All that subscriptions by mail need and offer.</summary>
internal static class SubscriptionRoutes
{
    public static IServiceCollection AddSubscriptions(this IServiceCollection services) => services
        .AddMail().AddSingleton<Subscriptions>().AddSingleton<News>().AddSingleton<NewsLetters>().AddSingleton<SendNews>().AddHostedService<MailSubscribers>();

    public static void MapSubscriptions(this IEndpointRouteBuilder routes)
    {
        routes.MapSubscribeByMail();
        routes.MapConfirmSubscription();
        routes.MapCancelSubscription();
    }
}
