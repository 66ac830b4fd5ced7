using PilotRegistry.Testing;

namespace PilotRegistry.Workflows.Host;

/// <summary>Notices by mail: at once or once a day, through a server that may be away.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class SendLettersTests(WorkflowsService service)
{
    private readonly NoticedCase @case = new(service);

    private string Address => $"{@case.Reviewer.Id:N}@example.org";

    [Fact]
    public async Task A_notice_is_mailed_at_once_with_what_is_asked_until_when_and_why()
    {
        @case.Knows(@case.Reviewer, Address);
        var task = await @case.OpenAsync();
        var mail = Assert.Single(await @case.MailsToAsync(Address, 1));
        Assert.Equal("待办：形式审查（演示零碳园区）", mail.Subject);
        Assert.Contains($"/desk/tasks/{task}\n", mail.Text, StringComparison.Ordinal);
        Assert.Matches("截止：20[0-9]{2}年[0-9]+月[0-9]+日。\n为何是这一天：自20[0-9]{2}年[0-9]+月[0-9]+日起10个工作日，当日不计入。", mail.Text);
        Assert.Equal("sent", await StateAsync());
    }

    [Fact]
    public async Task Who_reads_english_is_told_in_english()
    {
        @case.Knows(@case.Reviewer, Address);
        await @case.ChooseAsync(@case.Reviewer, language: "en");
        await @case.OpenAsync();
        Assert.Equal("To do: Check of completeness (演示零碳园区)", Assert.Single(await @case.MailsToAsync(Address, 1)).Subject);
    }

    [Fact]
    public async Task A_park_with_line_breaks_in_its_name_writes_no_header()
    {
        @case.Knows(@case.Reviewer, Address);
        await @case.OpenAsync("园区\r\nBcc: thief@example.org\r\n\r\n另一封");
        var mail = Assert.Single(await @case.MailsToAsync(Address, 1));
        Assert.DoesNotContain("Bcc", mail.HeaderNames);
        Assert.Equal("待办：形式审查（园区  Bcc: thief@example.org    另一封）", mail.Subject);
    }

    [Fact]
    public async Task A_days_notices_come_in_one_mail_on_the_next_working_morning()
    {
        @case.Knows(@case.Reviewer, Address);
        await @case.ChooseAsync(@case.Reviewer, daily: true);
        var tasks = new[] { await @case.OpenAsync(), await @case.OpenAsync(), await @case.OpenAsync() };
        await @case.AddressedAsync();
        Assert.Equal("waiting", await StateAsync());
        await using var server = new MailListener();
        await NoticedCase.SendAllAsync(@case.Sender(@case.Morning(), server.Port));
        var mail = Assert.Single(server.Mails, mail => mail.Header("To") == Address);
        Assert.Equal("今日3条通知", mail.Subject);
        Assert.All(tasks, task => Assert.Contains($"- 待办：形式审查（演示零碳园区）\n  {Origin(mail)}/desk/tasks/{task}", mail.Text, StringComparison.Ordinal));
        Assert.Equal("sent", await StateAsync());
    }

    [Fact]
    public async Task A_server_that_is_away_leaves_the_mail_waiting_and_gets_it_later()
    {
        @case.Knows(@case.Reviewer, Address);
        await @case.ChooseAsync(@case.Reviewer, daily: true);
        await @case.OpenAsync();
        await @case.AddressedAsync();
        var clock = @case.Morning();
        await NoticedCase.SendAllAsync(@case.Sender(clock, Ports.Free()));
        Assert.Equal("waiting", await StateAsync());
        Assert.Equal("GeneralFailure", (await @case.ItemAsync()).GetProperty("trouble").GetString());
        Assert.Contains("GeneralFailure", (await service.As(Persona.Operator).ReadAsync("/letters")).ToString(), StringComparison.Ordinal);
        await using var server = new MailListener();
        await NoticedCase.SendAllAsync(@case.Sender(clock, server.Port));
        Assert.DoesNotContain(server.Mails, mail => mail.Header("To") == Address);
        clock.Advance(SendLetters.WaitAfter(1));
        await NoticedCase.SendAllAsync(@case.Sender(clock, server.Port));
        Assert.Single(server.Mails, mail => mail.Header("To") == Address);
    }

    [Fact]
    public async Task What_no_server_takes_is_given_up_with_its_reason()
    {
        @case.Knows(@case.Reviewer, Address);
        await @case.ChooseAsync(@case.Reviewer, daily: true);
        await @case.OpenAsync();
        await @case.AddressedAsync();
        await service.AsOwnerAsync("update letters set tries = $2 where person = $1", @case.Reviewer.Id, SendLetters.MostTries - 1);
        await using var server = new MailListener { ToRecipient = "550 no such mailbox" };
        await NoticedCase.SendAllAsync(@case.Sender(@case.Morning(), server.Port));
        Assert.Equal("ended MailboxUnavailable", (await @case.ItemAsync()).Line("mail", "trouble"));
    }

    [Fact]
    public async Task What_was_done_meanwhile_and_who_wants_no_mail_is_left_alone()
    {
        @case.Knows(@case.Reviewer, Address);
        await @case.ChooseAsync(@case.Reviewer, daily: true);
        var task = await @case.OpenAsync();
        await @case.AddressedAsync();
        using var done = await service.As(@case.Reviewer).SendAsync(HttpMethod.Post, $"/tasks/{task}/completion", new { outcome = "complete", reasons = "材料齐全。" }, 1);
        Assert.Equal("200", await done.VerdictAsync());
        await using var server = new MailListener();
        await NoticedCase.SendAllAsync(@case.Sender(@case.Morning(), server.Port));
        Assert.Equal("ended done-already", (await @case.ItemAsync()).Line("mail", "trouble"));
        await @case.ChooseAsync(@case.Reviewer, mail: false);
        await @case.OpenAsync();
        await @case.AddressedAsync();
        Assert.Equal(JsonNull, (await @case.ItemAsync()).GetProperty("mail").ValueKind);
        Assert.DoesNotContain(server.Mails, mail => mail.Header("To") == Address);
    }

    [Theory]
    [InlineData("2026-05-08T05:00:00+08:00", "2026-05-08T08:00:00+08:00")]
    [InlineData("2026-05-08T08:00:00+08:00", "2026-05-09T08:00:00+08:00")]
    [InlineData("2026-04-30T20:00:00+08:00", "2026-05-06T08:00:00+08:00")]
    public void The_next_morning_is_a_working_days_also_a_made_up_one(string now, string morning) =>
        Assert.Equal(DateTimeOffset.Parse(morning, null), AddressNotices.NextMorning(service.Of<Calendars>().Current, DateTimeOffset.Parse(now, null)));

    private static readonly System.Text.Json.JsonValueKind JsonNull = System.Text.Json.JsonValueKind.Null;

    private static string Origin(ReceivedMail mail) => mail.Text[mail.Text.IndexOf("http", StringComparison.Ordinal)..].Split("/desk")[0];

    /// <summary>What became of the newest notice's mail; a mail that lies in the folder is said to be sent a moment later.</summary>
    private async Task<string?> StateAsync()
    {
        for (var patience = 0; patience < 40 && (await @case.ItemAsync()).GetProperty("mail").GetString() != "sent" && Directory.GetFiles(service.Mails).Any(file => File.ReadAllText(file).Contains(Address, StringComparison.Ordinal)); patience++)
        {
            await Task.Delay(50);
        }

        return (await @case.ItemAsync()).GetProperty("mail").GetString();
    }
}
