using System.ComponentModel.DataAnnotations;
using System.Globalization;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>The nation opens the reporting of a year: each listed park has its case, with the days that the nation sets.</summary>
public static class OpenCampaign
{
    public static readonly Refusal DaysOutOfOrder = new("days-out-of-order", "The reminder comes first, then the last day in time, then the last day at all.");

    public sealed record Request(
        [Range(2020, 2060)] int Year, DateOnly RemindOn, DateOnly DueOn, DateOnly FinalOn, [Required, StringLength(4000, MinimumLength = 2)] string Reasons);

    public static Decision Decide(AnnouncementState state, Request request) => state switch
    {
        _ when request.RemindOn > request.DueOn || request.DueOn > request.FinalOn => DaysOutOfOrder,
        { IsMade: true } => Decision.Nothing,
        _ => new CampaignOpened(request.Year, request.RemindOn, request.DueOn, request.FinalOn, request.Reasons)
    };

    public static void MapOpenCampaign(this IEndpointRouteBuilder routes) => routes
        .MapPost("/campaigns", Handle).RequireAuthorization("NationalReviewer").WithName(nameof(OpenCampaign)).WithSummary("Open the reporting of a year");

    private static async Task<CommandAnswer<Done>> Handle(Request request, Announcements announcements, Envelope by, CancellationToken cancel)
    {
        var id = StableId.Of("campaign", request.Year);
        var messages = (await announcements.OfListedAsync(cancel)).Select(park => MessageTo(park, request));
        return await announcements.MakeAsync(id, by, state => Decide(state, request), messages, cancel).ToCreatedAsync($"/campaigns/{request.Year}", done => new Done(done.Id, done.Version));
    }

    private static Message MessageTo(Variables park, Request request)
    {
        var id = Guid.Parse(((FeelValue.Text)park.Find("park")!).Value);
        var said = park.With(Variables.Of(
            ("year", FeelValue.Of((decimal)request.Year)), ("remindOn", Day(request.RemindOn)), ("dueOn", Day(request.DueOn)), ("finalOn", Day(request.FinalOn)),
            ("case", FeelValue.Of(StableId.Of("submission", id, request.Year).ToString()))));
        return new(StableId.Of("campaign", request.Year, id).ToString(), "campaign-opened", $"{id}/{request.Year}", said);
    }

    private static FeelValue Day(DateOnly date) => FeelValue.Of(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
