using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.Messaging.Example;
using PilotRegistry.Messaging.Sidecar;
using PilotRegistry.Testing;

namespace PilotRegistry.Messaging;

/// <summary>The sidecar that a service is to itself where there is no daprd; the test takes each step and moves the clock.</summary>
public sealed class SidecarTests : IAsyncLifetime
{
    private SubscriberStub subscriber = null!;
    private Node node = null!;

    public async Task InitializeAsync()
    {
        subscriber = await SubscriberStub.StartAsync();
        node = await Node.StartAsync(
            "registration", ("Node:Loops", "off"), ("Messaging:MostAttempts", "3"), ("Messaging:Subscribers:disclosure", subscriber.Address));
    }

    public async Task DisposeAsync()
    {
        await node.DisposeAsync();
        await subscriber.DisposeAsync();
    }

    [Fact]
    public async Task A_published_event_reaches_the_route_that_the_subscriber_named()
    {
        var happened = Samples.Event(Guid.CreateVersion7(), 1);
        Assert.Equal(HttpStatusCode.NoContent, await PublishAsync(happened.ToJson()));
        await RoundAsync();
        Assert.Equal((Node.AppToken, happened.ToJson()), subscriber.Taken.Single());
        Assert.Equal("", await QueueAsync());
    }

    [Theory]
    [InlineData(200, """{"status":"SUCCESS"}""")]
    [InlineData(204, "")]
    [InlineData(200, "not json")]
    [InlineData(200, """{"status":"DROP"}""")]
    [InlineData(404, "")]
    public async Task These_answers_settle_an_event(int status, string body)
    {
        subscriber.Answer = (status, body);
        await PublishAsync(Samples.Event(Guid.CreateVersion7(), 1).ToJson());
        await RoundAsync();
        Assert.Equal("", await QueueAsync());
    }

    [Theory]
    [InlineData(200, """{"status":"RETRY"}""")]
    [InlineData(200, """{"status":"LATER"}""")]
    [InlineData(409, "")]
    [InlineData(401, "")]
    [InlineData(500, "")]
    public async Task These_answers_are_refusals_and_after_some_of_them_the_event_is_laid_aside(int status, string body)
    {
        subscriber.Answer = (status, body);
        await PublishAsync(Samples.Event(Guid.CreateVersion7(), 1).ToJson());
        await RoundAsync();
        Assert.Equal("(1,f)", await QueueAsync());
        await RoundAsync();
        Assert.Equal("(1,f)", await QueueAsync());
        node.Clock.Pass(TimeSpan.FromSeconds(0.5));
        await RoundAsync();
        Assert.Equal("(2,f)", await QueueAsync());
        node.Clock.Pass(TimeSpan.FromSeconds(0.9));
        await RoundAsync();
        Assert.Equal("(2,f)", await QueueAsync());
        node.Clock.Pass(TimeSpan.FromSeconds(0.1));
        await RoundAsync();
        Assert.Equal("(3,t)", await QueueAsync());
        Assert.Equal(3, subscriber.Taken.Count);
    }

    [Fact]
    public async Task A_subscriber_that_is_away_costs_no_attempt()
    {
        await PublishAsync(Samples.Event(Guid.CreateVersion7(), 1).ToJson());
        await PublishAsync(Samples.Event(Guid.CreateVersion7(), 1).ToJson());
        subscriber.Answer = (503, "");
        for (var n = 0; n < 10; n++)
        {
            await RoundAsync();
            node.Clock.Pass(BackOff.Unreachable);
        }

        Assert.Equal("(0,f)\n(0,f)", await QueueAsync());
        subscriber.Answer = (200, "");
        subscriber.Taken.Clear();
        await RoundAsync();
        Assert.Equal(2, subscriber.Taken.Count);
        Assert.Equal("", await QueueAsync());
    }

    [Fact]
    public async Task The_same_event_twice_in_the_queue_is_delivered_once()
    {
        var json = Samples.Event(Guid.CreateVersion7(), 1).ToJson();
        await PublishAsync(json);
        await PublishAsync(json);
        await RoundAsync();
        Assert.Single(subscriber.Taken);
    }

    [Fact]
    public async Task A_topic_that_nobody_wants_is_delivered_to_nobody()
    {
        await PublishAsync(Samples.Event(Guid.CreateVersion7(), 1).ToJson(), topic: "weather");
        await RoundAsync();
        Assert.Empty(subscriber.Taken);
        Assert.Equal("", await QueueAsync());
    }

    [Fact]
    public async Task Several_copies_share_the_work_and_an_event_of_a_dead_one_comes_back()
    {
        for (var n = 1; n <= 40; n++)
        {
            await PublishAsync(Samples.Event(Guid.CreateVersion7(), n).ToJson());
        }

        var queue = node.Services.GetRequiredService<Queue>();
        Assert.Equal(5, (await queue.TakeAsync(5, default)).Count);
        await Task.WhenAll(RoundAsync(), RoundAsync(), RoundAsync());
        Assert.Equal(35, subscriber.Taken.Count);
        Assert.Equal(35, subscriber.Taken.Distinct().Count());
        node.Clock.Pass(BackOff.Lost);
        await RoundAsync();
        Assert.Equal(40, subscriber.Taken.Distinct().Count());
    }

    [Theory]
    [InlineData(null, CloudEvent.MediaType, "{}", 401)]
    [InlineData(Node.AppToken, CloudEvent.MediaType, "{}", 401)]
    [InlineData(Node.ApiToken, "text/plain", "{}", 415)]
    [InlineData(Node.ApiToken, CloudEvent.MediaType, "{}", 400)]
    [InlineData(Node.ApiToken, CloudEvent.MediaType, "[", 400)]
    public async Task What_is_not_to_be_published_is_refused(string? token, string mediaType, string body, int expected)
    {
        Assert.Equal(expected, (int)await PublishAsync(body, token: token, mediaType: mediaType));
        Assert.Equal("", await QueueAsync());
    }

    [Fact]
    public async Task Another_application_is_invoked_through_the_sidecar()
    {
        using var http = node.Http;
        http.DefaultRequestHeaders.Add("dapr-api-token", Node.ApiToken);
        using var answer = await http.PostAsync("/v1.0/invoke/disclosure/method/echo/deep?x=1", new StringContent("你好", Encoding.UTF8, "text/plain"));
        Assert.Equal($"POST /echo/deep?x=1 {Node.AppToken} 你好", await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        using var unknown = await http.GetAsync("/v1.0/invoke/nobody/method/x");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        http.DefaultRequestHeaders.Clear();
        using var stranger = await http.GetAsync("/v1.0/invoke/disclosure/method/echo/deep");
        Assert.Equal("401 sidecar-only", await stranger.VerdictAsync());
    }

    private Task<int> RoundAsync() => ActivatorUtilities.CreateInstance<Deliverer>(node.Services).DeliverAsync(default);

    private Task<string> QueueAsync() => node.TextAsync("select attempts, dead from deliveries order by id");

    private async Task<HttpStatusCode> PublishAsync(string body, string topic = "registration", string? token = Node.ApiToken, string mediaType = CloudEvent.MediaType)
    {
        using var http = node.Http;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1.0/publish/pubsub/{topic}") { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        if (token is not null)
        {
            request.Headers.Add("dapr-api-token", token);
        }

        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
