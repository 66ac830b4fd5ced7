namespace PilotRegistry.Disclosure.Features;

/// <summary>What the public reads beside parks and rules.</summary>
public static class PortalRoutes
{
    public static void MapPortal(this IEndpointRouteBuilder routes)
    {
        routes.MapReadYears();
        routes.MapReadGroups();
        routes.MapReadColumns();
        routes.MapReadReleases();
        routes.MapReadFeeds();
        routes.MapReadBadge();
        routes.MapReadPages();
        routes.MapReadSitemap();
    }
}
