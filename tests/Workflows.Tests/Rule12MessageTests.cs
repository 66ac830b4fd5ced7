using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>Messages are kept for their time to live, found by name and key, delivered once to each process, and never dropped in silence.</summary>
public sealed class Rule12MessageTests
{
    private static readonly DateTimeOffset Now = Case.Monday;

    private static BufferedMessage Objection(string id = "m1", string key = "park") => new(id, "objection", key, Variables.None, Now, Now.AddDays(3), []);

    private static WaitingInstance Waiting(int number, string process = "p", string key = "park") => new(new Guid(number, 0, 0, new byte[8]), new(7, 3, process, "n", "objection", key));

    [Fact]
    public void A_message_that_comes_early_is_kept_for_who_waits_later()
    {
        var buffer = MessageBuffer.Empty.Publish(Objection());
        Assert.Null(buffer.Next([], [], Now));
        Assert.Equal(Waiting(1), buffer.Next([Waiting(1)], [], Now.AddDays(2))!.To);
    }

    [Fact]
    public void Name_and_key_must_both_fit()
    {
        var buffer = MessageBuffer.Empty.Publish(Objection());
        Assert.Null(buffer.Next([Waiting(1, key: "other")], [], Now));
        Assert.Null(MessageBuffer.Empty.Publish(Objection() with { Name = "note" }).Next([Waiting(1)], [], Now));
    }

    [Fact]
    public void The_same_id_is_the_same_message() => Assert.Single(MessageBuffer.Empty.Publish(Objection()).Publish(Objection()).Messages);

    [Fact]
    public void Each_process_has_it_once_and_the_longest_waiting_instance_gets_it()
    {
        var buffer = MessageBuffer.Empty.Publish(Objection());
        var (waits, delivered) = (new[] { Waiting(1), Waiting(2), Waiting(3, "q") }, new List<WaitingInstance>());
        while (buffer.Next(waits, [], Now) is { } delivery)
        {
            delivered.Add(delivery.To!);
            buffer = buffer.Delivered(delivery);
        }

        Assert.Equal([Waiting(1), Waiting(3, "q")], delivered);
    }

    [Fact]
    public void A_message_start_begins_one_instance_whatever_the_key()
    {
        var (buffer, start) = (MessageBuffer.Empty.Publish(Objection()), new MessageStart("s", "start", "objection"));
        var delivery = buffer.Next([], [start], Now)!;
        Assert.Equal(start, delivery.Starts);
        Assert.Null(buffer.Delivered(delivery).Next([], [start], Now));
    }

    [Fact]
    public void After_its_time_it_is_not_delivered_but_reported()
    {
        var buffer = MessageBuffer.Empty.Publish(Objection());
        Assert.Null(buffer.Next([Waiting(1)], [], Now.AddDays(3)));
        Assert.Equal(["m1"], buffer.Expire(Now.AddDays(3)).Unwanted.Select(message => message.Id));
        Assert.Empty(buffer.Delivered(buffer.Next([Waiting(1)], [], Now)!).Expire(Now.AddDays(3)).Unwanted);
    }

    [Fact]
    public void The_key_of_a_subscription_is_computed_when_the_waiting_begins()
    {
        var c = Case.Started(Drawing.Of().Message("note", "=park + \"/\" + string(year)").Start().Catch("n", Parts.Message("note")).End().Paths("start n end"), ("park", "ZC-01"), ("year", 2026));
        Assert.Equal("ZC-01/2026", c.State.Subscriptions.Values.Single().CorrelationKey);
    }

    [Fact]
    public void What_a_process_sends_is_an_event_with_name_key_and_the_mapped_variables()
    {
        var c = Case.Started(Drawing.Of().Message("note").Start().Raw("<intermediateThrowEvent id=\"t\"><extensionElements><z:ioMapping><z:input source=\"=x + 1\" target=\"y\"/></z:ioMapping></extensionElements>" + Parts.Message("note") + "</intermediateThrowEvent>").End()
            .Paths("start t end"), ("key", "k"), ("x", 1), ("secret", true));
        var thrown = c.Events.OfType<MessageThrown>().Single();
        Assert.Equal(("note", "k", "{\"y\":2}"), (thrown.Message, thrown.CorrelationKey, System.Text.Json.JsonSerializer.Serialize(thrown.Variables)));
        c.Ended();
    }

    [Fact]
    public void A_receive_task_is_done_by_its_message()
    {
        var c = Case.Started(Drawing.Of().Message("note").Start().Raw("<receiveTask id=\"r\" messageRef=\"m-note\"/>").End().Paths("start r end"), ("key", "k"));
        c.Message("note", ("x", 5)).Ended();
        Assert.Equal("5", c.Json("x"));
    }
}
