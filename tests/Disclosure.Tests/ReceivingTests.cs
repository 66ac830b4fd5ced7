using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>The public tables follow from what was received, and from nothing else.</summary>
[Collection(nameof(DisclosureService))]
public sealed class ReceivingTests(DisclosureService service)
{
    [Theory]
    [InlineData("in order")]
    [InlineData("backwards")]
    [InlineData("odd ones first")]
    public async Task The_order_of_arrival_and_repeats_change_nothing(string order)
    {
        var life = Life.Accepted();
        var arriving = order switch
        {
            "in order" => life.All,
            "backwards" => life.All.AsEnumerable().Reverse(),
            _ => life.All.Where((_, n) => n % 2 == 1).Concat(life.All.Where((_, n) => n % 2 == 0)),
        };
        await service.DeliverAsync(arriving.SelectMany(e => new[] { e, e }));
        await service.DeliverAsync(arriving);
        using var reader = service.Anonymous();
        foreach (var page in PublicPark.Of(Histories.Of(life))!.Pages)
        {
            Assert.Equal(Encoding.UTF8.GetString(page.Body), await reader.GetStringAsync(page.Path));
        }
    }

    [Fact]
    public async Task Dropped_tables_are_rebuilt_to_the_same_bytes()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        var before = await service.PublicBytesAsync(life.Park);
        var database = service.Services.GetRequiredService<EventDatabase>();
        await using var drop = database.Source.CreateCommand(
            "with a as (delete from public_parks), b as (delete from public_pages), c as (delete from public_events) delete from public_years");
        await drop.ExecuteNonQueryAsync();
        Assert.NotEqual(before, await service.PublicBytesAsync(life.Park));
        await Maintenance.RebuildAsync(service.Services, "public");
        Assert.Equal(before, await service.PublicBytesAsync(life.Park));
    }

    [Fact]
    public async Task Only_the_sidecar_may_bring_events()
    {
        using var stranger = service.Anonymous();
        using var refused = await stranger.PostAsync("/events/registration", new StringContent(new Life().Submitted().All[0].ToJson(), Encoding.UTF8, "application/cloudevents+json"));
        Assert.Equal("401 sidecar-only", await refused.VerdictAsync());
        using var subscriptions = await stranger.GetAsync("/dapr/subscribe");
        Assert.Equal(HttpStatusCode.Unauthorized, subscriptions.StatusCode);
    }
}
