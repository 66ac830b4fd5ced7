using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>An exclusive gateway takes in document order the first flow that holds, else the default, else the token stays before it.</summary>
public sealed class Rule03ExclusiveGatewayTests
{
    private static Drawing Choice(string? otherwise) => Drawing.Of().Start().Exclusive("g", otherwise).Task("a").Task("b").Task("c").End()
        .Paths("start g").Flow("fb", "g", "b", "=x > 1").Flow("fa", "g", "a", "=x > 0").Flow("fc", "g", "c", "=x = 0").Paths("a end", "b end", "c end");

    [Theory]
    [InlineData(2, "b")]
    [InlineData(1, "a")]
    [InlineData(0, "c")]
    public void The_first_in_the_document_that_holds_is_taken(int x, string open) => Assert.Equal(open, Case.Started(Choice(null), ("x", x)).Open);

    [Fact]
    public void Without_one_that_holds_the_default_is_taken_and_its_own_condition_does_not_count() =>
        Assert.Equal("c", Case.Started(Choice("fc"), ("x", -1)).Open);

    [Fact]
    public void Without_a_default_the_token_stays_before_the_gateway_and_can_be_sent_again()
    {
        var c = Case.Started(Choice(null), ("x", -1));
        Assert.Equal("no-flow@g", c.Incidents);
        Assert.DoesNotContain(c.Events, happened => happened is NodePassed { Node: "g" });
        c.Do(new Command.RetryIncident(c.State.Incidents.Keys.Single(), Case.Values(("x", 1))));
        Assert.Equal("a", c.Open);
        c.Complete("a").Ended();
    }

    [Fact]
    public void A_missing_variable_is_an_incident_and_never_the_default()
    {
        var c = Case.Started(Choice("fc"));
        Assert.Equal("condition-unknown@g", c.Incidents);
        Assert.Equal("", c.Open);
    }

    [Fact]
    public void A_gateway_cannot_be_skipped_because_nobody_would_know_where_to() =>
        Assert.Equal("cannot-skip", Case.Started(Choice(null), ("x", -1)) is var c ? c.Try(new Command.SkipIncident(c.State.Incidents.Keys.Single(), Variables.None)) : null);

    [Fact]
    public void A_flow_with_a_limit_of_rounds_is_not_taken_once_more()
    {
        var c = Case.Started(Drawing.Of().Start().Exclusive("again").Task("correct").Exclusive("g", "out").Task("after").End()
            .Paths("start again correct g", "after end").Flow("out", "g", "after").Flow("back", "g", "again", "=true", mostRounds: 2));
        c.Complete("correct correct");
        Assert.Equal("correct", c.Open);
        c.Complete("correct");
        Assert.Equal("after", c.Open);
    }
}
