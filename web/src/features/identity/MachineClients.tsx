import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { identity, read } from '../../api/client';
import type { components } from '../../api/identity';
import { useCommand } from '../../desk/command';
import { Awaited, DeskPage } from '../../desk/DeskPage';
import { dayAndTime } from '../../lib/date';
import { Refused } from '../../parts/Refused';
import { State } from '../../parts/Tags';
import { MakeClient } from './MakeClient';
import { ShownOnce, type Shown } from './ShownOnce';

type Client = components['schemas']['ListClientsRow'];

/** Machines that act for a park: made by its people, who also end them. An operator sees all and may end each. */
export function MachineClients() {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>();
  const { data, error, refetch } = useQuery({ queryKey: ['clients'], queryFn: () => read(identity.GET('/clients')) });
  if (!data) return <Awaited error={error} onReload={() => void refetch()} />;
  return (
    <DeskPage title={t('page.clients')} about={t('clients.about')}>
      {shown && <ShownOnce key={shown.secret} shown={shown} onDone={() => { setShown(undefined); }} />}
      {data.actions.includes('make') && <MakeClient onMade={setShown} />}
      <section aria-labelledby="clients">
        <h2 id="clients">{t('clients.list')}</h2>
        {data.items.length === 0 && <p className="empty">{t('clients.none')}</p>}
        {data.items.length > 0 && (
          <div className="scroll-x" role="group" aria-labelledby="clients" tabIndex={0}>
            <table className="roomy">
              <thead><tr><th scope="col">{t('clients.name')}</th><th scope="col">{t('clients.id')}</th><th scope="col">{t('clients.madeBy')}</th><th scope="col">{t('clients.lastUsed')}</th><th scope="col">{t('clients.state')}</th><th scope="col">{t('clients.action')}</th></tr></thead>
              <tbody>{data.items.map((client) => <Row key={client.id} client={client} mayRotate={data.actions.includes('rotate')} onSecret={setShown} />)}</tbody>
            </table>
          </div>
        )}
      </section>
    </DeskPage>
  );
}

function Row({ client, mayRotate, onSecret }: { client: Client; mayRotate: boolean; onSecret: (shown: Shown) => void }) {
  const { t, i18n } = useTranslation();
  const params = { path: { id: client.id } };
  const rotate = useCommand(() => read(identity.POST('/clients/{id}/secret', { params })), ['clients'], ({ secret }) => { onSecret({ id: client.id, secret }); });
  const revoke = useCommand(() => read(identity.POST('/clients/{id}/revocation', { params })), ['clients']);
  const refused = rotate.error ?? revoke.error;
  return (
    <tr>
      <th scope="row">{client.name}</th>
      <td><code>{client.id}</code></td>
      <td lang="zh-CN">{client.madeBy} · {client.organisation.name}</td>
      <td>{client.lastUsed ? dayAndTime(client.lastUsed, i18n.language) : t('clients.never')}</td>
      <td><State look={client.ended ? 'unknown' : 'met'}>{t(client.ended ? 'clients.ended' : 'clients.active')}</State></td>
      <td>
        {refused && <Refused problem={refused} />}
        {!client.ended && (
          <div className="actions">
            {mayRotate && <Confirmed label={t('clients.rotate')} ask={t('clients.rotateAsk')} busy={rotate.isPending} onYes={() => { rotate.mutate(undefined); }} />}
            <Confirmed label={t('clients.revoke')} ask={t('clients.revokeAsk')} busy={revoke.isPending} onYes={() => { revoke.mutate(undefined); }} />
          </div>
        )}
      </td>
    </tr>
  );
}

/** A button whose consequence is said before it happens. */
function Confirmed({ label, ask, busy, onYes }: { label: string; ask: string; busy: boolean; onYes: () => void }) {
  const { t } = useTranslation();
  return <Popconfirm title={ask} okText={label} cancelText={t('clients.cancel')} onConfirm={onYes} styles={{ root: { maxWidth: 320 } }}><Button loading={busy}>{label}</Button></Popconfirm>;
}
