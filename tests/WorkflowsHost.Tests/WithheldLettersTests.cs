using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>Mails that nobody gets, and that hold up nobody else's.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class WithheldLettersTests(WorkflowsService service)
{
    private readonly NoticedCase @case = new(service);

    private string Address => $"{@case.Reviewer.Id:N}@example.org";

    [Fact]
    public async Task Only_the_body_that_verifies_is_mailed_and_nobody_while_there_is_none()
    {
        var lead = Persona.Lead with { Id = Guid.CreateVersion7() };
        @case.Knows(lead, Address);
        await NamingAsync();
        await @case.AddressedAsync();
        Assert.Equal(0L, await LettersAsync(lead));
        await NamingAsync(("body", FeelValue.Of(lead.Organisation.ToString())));
        await @case.AddressedAsync();
        Assert.Equal(1L, await LettersAsync(lead));
    }

    [Fact]
    public async Task What_a_drawing_tells_without_words_for_it_holds_nobody_elses_mail_up()
    {
        @case.Knows(@case.Reviewer, Address);
        await @case.ChooseAsync(@case.Reviewer, daily: true);
        await @case.OpenAsync();
        await @case.AddressedAsync();
        await service.AsOwnerAsync("update notices set template = 'nobody-wrote-this' where park = $1", @case.Park);
        await using var server = new MailListener();
        await NoticedCase.SendAllAsync(@case.Sender(@case.Morning(), server.Port));
        Assert.Equal("ended no-text", (await @case.ItemAsync()).Line("mail", "trouble"));
        Assert.Contains("no-text", (await service.As(Persona.Operator).ReadAsync("/letters")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_mail_is_off_nothing_is_kept_for_later()
    {
        @case.Knows(@case.Reviewer, Address);
        await @case.ChooseAsync(@case.Reviewer, daily: true);
        await @case.OpenAsync();
        await @case.AddressedAsync();
        using (var silent = @case.Silent())
        {
            Assert.False(await silent.RoundAsync(default));
        }

        await using var server = new MailListener();
        await NoticedCase.SendAllAsync(@case.Sender(@case.Morning(), server.Port));
        Assert.Empty(server.Mails);
        Assert.Equal("ended mail-off", (await @case.ItemAsync()).Line("mail", "trouble"));
    }

    /// <summary>A task for lead verifiers, told of the case's body alone.</summary>
    private Task<Guid> NamingAsync(params (string, FeelValue)[] more) => service.StartedAsync(
        d => d.Start().Decision("name", "team-naming", "verifier-lead").End().Paths("start name end"),
        [("park", FeelValue.Of(@case.Park.ToString())), ("province", FeelValue.Of(@case.Reviewer.Province!)), .. more]);

    private Task<object?> LettersAsync(Persona person) => service.AsOwnerAsync("select count(*) from letters where person = $1", person.Id);
}
