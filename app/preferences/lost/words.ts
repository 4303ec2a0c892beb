import type { Spoken } from "#lib/follow-up/spoken.ts";

type Words = { title: string; lede: string; label: string; button: string; wrong: string; sent: string; then: string; often: string };

/** What the page for lost links says. `sent` is the same whether the address is known or not. */
export const words: Record<Spoken, Words> = {
  en: {
    title: "Have your link mailed to you",
    lede: "Write the e-mail address that our messages came to. Whoever keeps it here gets your page’s link mailed to you – also if you have stopped all contact.",
    label: "Your e-mail address",
    button: "Mail me my link",
    wrong: "This is not an e-mail address. Please check it.",
    sent: "Look into your mailbox",
    then: "If we know this address, a message with your link is on its way. It can take a few minutes. If none comes, look among unwanted mail, or try another address of yours.",
    often: "That was asked too often from here. Please try again later. Nothing has changed.",
  },
  de: {
    title: "Lassen Sie sich Ihren Link schicken",
    lede: "Geben Sie die E-Mail-Adresse an, an die unsere Nachrichten gingen. Ist sie hier bekannt, kommt der Link zu Ihrer Seite per E-Mail – auch wenn Sie jeden Kontakt beendet haben.",
    label: "Ihre E-Mail-Adresse",
    button: "Link zuschicken",
    wrong: "Das ist keine E-Mail-Adresse. Bitte prüfen Sie sie.",
    sent: "Sehen Sie in Ihr Postfach",
    then: "Wenn wir diese Adresse kennen, ist eine Nachricht mit Ihrem Link unterwegs. Das kann einige Minuten dauern. Kommt keine, sehen Sie im Spamordner nach oder versuchen Sie es mit einer anderen Adresse.",
    often: "Das wurde von hier zu oft angefordert. Bitte versuchen Sie es später noch einmal. Es hat sich nichts geändert.",
  },
  fr: {
    title: "Recevoir votre lien par e-mail",
    lede: "Indiquez l’adresse e-mail à laquelle nos messages sont arrivés. Si elle est connue ici, le lien de votre page vous y sera envoyé – même si vous avez arrêté tout contact.",
    label: "Votre adresse e-mail",
    button: "Envoyez-moi mon lien",
    wrong: "Ce n’est pas une adresse e-mail. Merci de la vérifier.",
    sent: "Regardez dans votre boîte de réception",
    then: "Si nous connaissons cette adresse, un message avec votre lien est en route. Cela peut prendre quelques minutes. S’il n’arrive pas, regardez dans les indésirables ou essayez une autre de vos adresses.",
    often: "La demande a été faite trop souvent d’ici. Merci de réessayer plus tard. Rien n’a changé.",
  },
  es: {
    title: "Reciba su enlace por correo",
    lede: "Escriba la dirección de correo a la que llegaron nuestros mensajes. Si se conoce aquí, le enviaremos el enlace de su página, también si ha detenido todo contacto.",
    label: "Su dirección de correo",
    button: "Envíenme mi enlace",
    wrong: "Esto no es una dirección de correo. Compruébela, por favor.",
    sent: "Mire en su buzón",
    then: "Si conocemos esta dirección, un mensaje con su enlace va de camino. Puede tardar unos minutos. Si no llega, mire en el correo no deseado o pruebe con otra dirección suya.",
    often: "Se ha pedido demasiadas veces desde aquí. Inténtelo más tarde, por favor. Nada ha cambiado.",
  },
};
